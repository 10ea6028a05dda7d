-- Everything of one municipality: all periods of every reviewed indicator, oldest first, as the table is sorted.
select
    indicator, periode_begin, periode_einde, waarde, reden, schatting, voorlopig, noemer, n, levering
from reeks
where nis_code = $1
