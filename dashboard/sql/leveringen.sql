-- The files, and how much of each is in use on the municipalities of today.
select
    l.levering, l.bron, l.bron_titel, l.uitgever, l.url, l.bestandsnaam, l.sha256, l.opgehaald_op,
    l.licentie, l.demo,
    count(distinct w.indicator) as indicatoren,
    min(w.periode_begin) as periode_begin,
    max(w.periode_einde) as periode_einde
from levering l
left join waarneming_bron w using (levering)
group by all
order by l.bron_titel, l.bestandsnaam
