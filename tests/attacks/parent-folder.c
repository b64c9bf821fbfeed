/* 0 includes .*/etc/passwd */
#  include <../../../../etc/passwd>
