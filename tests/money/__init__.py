"""Money: amounts, splits and funds, checked against plain books kept by hand."""
