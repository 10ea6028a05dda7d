-- One indicator in all periods and municipalities, and in '02000', the Flemish Region.
select
    nis_code, periode_begin, periode_einde, waarde, schatting, noemer, n
from waarneming
where indicator = $1
order by periode_einde, nis_code
