"""From printed tables, grids or streams of lines, to the statutory tables of the form."""
