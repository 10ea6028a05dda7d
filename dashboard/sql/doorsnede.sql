-- One indicator in one period, in every municipality of today; `reden` says why there is no figure.
with gefuseerd as (
    select distinct f.nieuw_nis as nis_code
    from waarneming_bron b
    join fusie f on f.oud_nis = b.nis_code
    where b.indicator = $1 and b.periode_einde = $2 and b.geografie <> '285' and b.waarde is not null
)
select
    p.nis_code, w.waarde, w.noemer, w.n, w.levering,
    coalesce(w.schatting, false) as schatting, coalesce(w.voorlopig, false) as voorlopig,
    case
        when w.waarde is not null then null
        when w.status in ('onderdrukt', 'niet_van_toepassing') then w.status
        when $2 is null then 'geen_levering'
        when g.nis_code is not null then 'fusie'
        when w.status is null then 'niet_in_levering'
        else 'leeg_bij_bron'
    end as reden
from profiel p
left join waarneming w on w.indicator = $1 and w.periode_einde = $2 and w.nis_code = p.nis_code
left join gefuseerd g on g.nis_code = p.nis_code
where p.indicator = $1
