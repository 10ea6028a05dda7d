-- The contract between etl and dashboard. Every column stands in docs/begrippen.md.
-- No indexes or primary keys: the files are written once, sorted, and checked before they are published.

create table stand (                      -- one row: which build this is
    stand            varchar not null,    -- id of the build, also in the file name
    gebouwd_op       timestamp not null,  -- UTC
    demo             boolean not null,    -- true: every figure in this file is made up
    vingerafdruk     varchar              -- hash of deliveries, catalog and program: the same again needs no new build
);

create table gebied (                     -- municipalities of the three states, and the areas above them
    nis_code         varchar not null,    -- NIS code, or the code of a referentieregio or eerstelijnszone
    niveau           varchar not null,    -- gemeente, arrondissement, provincie, referentieregio, eerstelijnszone, gewest
    naam             varchar not null,
    slug             varchar,             -- only for municipalities of today
    geldig_van       date not null,
    geldig_tot       date                 -- last day; empty: still valid. Antwerpen 11002 has two rows: its territory grew
);

create table lidmaatschap (               -- to what a municipality belongs, with dates
    nis_code         varchar not null,
    niveau           varchar not null,    -- arrondissement, provincie, referentieregio, eerstelijnszone, centrumstad
    groep            varchar not null,    -- code of the area above
    groep_naam       varchar not null,
    geldig_van       date not null,
    geldig_tot       date
);

create table fusie (
    datum            date not null,
    oud_nis          varchar not null,
    oud_naam         varchar not null,
    nieuw_nis        varchar not null,
    nieuw_naam       varchar not null
);

create table indicator (                  -- the catalog, and the sheets that nobody has reviewed yet
    indicator        varchar not null,
    titel            varchar not null,
    definitie        varchar,
    waarom           varchar,
    eenheid          varchar not null,
    soort            varchar not null,    -- aandeel, aantal, gemiddelde, mediaan, kwartiel, index; onbekend where not reviewed
    richting         varchar not null,
    richting_reden   varchar,
    levensdomein     varchar,
    kern             boolean not null,    -- true: among the first that a reader of its levensdomein sees
    bron             varchar not null,
    bron_sleutel     varchar,
    teller           varchar,
    teller_sleutel   varchar,
    teller_indicator varchar,             -- the indicator that is divided by noemer_indicator, where nobody publishes it
    noemer           varchar,
    noemer_sleutel   varchar,
    noemer_indicator varchar,             -- the indicator that holds the denominator, when another source gives it
    factor           double not null,
    venster_jaren    integer not null,    -- 0: a value of one day, such as the population of 1 January
    fusieregel       varchar not null,
    geldig_min       double,
    geldig_max       double,
    decimalen        integer not null,
    breuken          struct(vanaf date, uitleg varchar)[],
    kanttekening     varchar,
    herzien          date,
    nagekeken        boolean not null     -- false: loaded as delivered, not in the catalog
);

create table levering (                   -- one row per file that figures in this build come from
    levering         varchar not null,    -- key: source and first digits of the hash
    bron             varchar not null,    -- module in etl/sources
    bron_titel       varchar not null,    -- as a reader would name it
    uitgever         varchar not null,
    url              varchar,             -- empty: handed in by a person
    bestandsnaam     varchar not null,
    sha256           varchar not null,
    opgehaald_op     timestamp not null,  -- UTC
    licentie         varchar not null,    -- 'onbekend' where we do not know
    demo             boolean not null
);

create table grenzen (                    -- the maps that belong to this build: files beside it, named after their content
    geografie        varchar not null,    -- 308, 300, 285
    bestand          varchar not null,    -- grenzen-<geografie>-<fingerprint>.geojson, and the same with .gz
    levering         varchar not null
);

create table waarneming_afwijkend (       -- as delivered, but for `correctie`, where `waarneming` does not have the same row
    indicator        varchar not null,
    nis_code         varchar not null,
    geografie        varchar not null,    -- 308, 300, 285
    periode_begin    date not null,
    periode_einde    date not null,
    periode_label    varchar not null,    -- as the source prints it
    waarde           double,
    status           varchar not null,    -- waarde, onderdrukt, niet_van_toepassing, ontbreekt
    schatting        boolean not null,
    voorlopig        boolean not null,
    teller           double,
    noemer           double,
    n                integer,             -- respondents, where known
    levering         varchar not null
);

create table waarneming (                 -- on the 285 municipalities of today, sorted by indicator, periode_einde, nis_code
    indicator        varchar not null,
    nis_code         varchar not null,    -- 02000 is the Flemish Region, where the source publishes it
    geografie        varchar not null,
    periode_begin    date not null,
    periode_einde    date not null,
    periode_label    varchar not null,
    waarde           double,
    status           varchar not null,
    schatting        boolean not null,
    voorlopig        boolean not null,
    teller           double,
    noemer           double,
    n                integer,
    levering         varchar not null,
    geleverd_in      varchar              -- the geografie in which exactly this row was delivered; empty: it was calculated
);

create view waarneming_bron as            -- all that was delivered: codes and state of the delivery
select * from waarneming_afwijkend
union all
select
    indicator, nis_code, geleverd_in as geografie, periode_begin, periode_einde, periode_label,
    waarde, status, schatting, voorlopig, teller, noemer, n, levering
from waarneming
where geleverd_in is not null;

create table reeks (                      -- the reviewed indicators of waarneming, sorted by nis_code, indicator, periode_einde
    nis_code         varchar not null,
    indicator        varchar not null,
    periode_begin    date not null,
    periode_einde    date not null,
    waarde           double,
    reden            varchar,             -- onderdrukt, niet_van_toepassing, ontbreekt; empty: there is a value
    schatting        boolean not null,
    voorlopig        boolean not null,
    noemer           double,
    n                integer,
    levering         varchar not null
);

create table vergelijking (               -- per indicator and period: what a municipality is compared with
    indicator        varchar not null,
    periode_begin    date not null,
    periode_einde    date not null,
    periode_label    varchar not null,
    waarde           double not null,
    soort            varchar not null,    -- gepubliceerd, gewogen, mediaan
    noemer           varchar,             -- name of the weights when gewogen
    aantal_gemeenten integer not null,    -- municipalities with a value
    minimum          double not null,
    kwartiel1        double not null,
    mediaan          double not null,
    kwartiel3        double not null,
    maximum          double not null
);

create table profiel (                    -- one row per indicator of the catalog and municipality of today: the latest value
    indicator        varchar not null,
    nis_code         varchar not null,
    periode_begin    date,                -- empty: no delivery holds this indicator
    periode_einde    date,
    periode_label    varchar,
    waarde           double,
    status           varchar not null,
    reden            varchar,             -- why there is no value: geen_levering, leeg_bij_bron, niet_in_levering, onderdrukt, niet_van_toepassing, fusie
    schatting        boolean not null,
    voorlopig        boolean not null,
    teller           double,
    noemer           double,
    n                integer,
    levering         varchar,
    kwantiel         double,              -- 0 to 1: share of the municipalities with a value that lie lower (ties count half)
    aantal_gemeenten integer,
    vergelijking_waarde double,
    vergelijking_soort  varchar,
    vergelijking_noemer varchar
);

create table controle (                   -- what was noticed on the way in
    tijdstip         timestamp not null,
    ernst            varchar not null,    -- goed, let_op, fout
    bron             varchar,
    levering         varchar,
    indicator        varchar,
    boodschap        varchar not null     -- Dutch, with place and remedy
);

create table bewaking (                   -- indicators that keep their previous figures, since the new ones look wrong
    indicator        varchar not null,
    sinds            timestamp not null,  -- UTC
    reden            varchar not null     -- Dutch, as it stands after 'omdat'
);

create table correctie (                  -- known errors of a publisher: etl/corrections.toml
    bron             varchar not null,
    indicator        varchar not null,
    nis_code         varchar not null,    -- as delivered
    periode_einde    date not null,
    verwacht         double not null,     -- the wrong value that the publisher delivers
    waarde           double,              -- what stands in its place; empty: nobody knows the right one
    reden            varchar not null,
    gemeld_op        date not null,       -- when the publisher was told
    toestand         varchar not null,    -- toegepast, hersteld (by the publisher), niet_gevonden
    levering         varchar              -- the delivery that speaks for this figure now
);

create table herziening (                 -- figures that changed from one build to the next, newest first
    indicator        varchar not null,
    nis_code         varchar not null,
    periode_begin    date not null,
    periode_einde    date not null,
    periode_label    varchar not null,
    oud              double not null,
    nieuw            double,              -- empty: there is no figure any more
    oude_levering    varchar not null,
    nieuwe_levering  varchar,             -- the same as the old one: we read or calculate it differently
    vastgesteld_op   timestamp not null   -- UTC
);

create table wijziging (                  -- per build and indicator: how many figures changed, newest first
    stand            varchar not null,
    vastgesteld_op   timestamp not null,  -- UTC
    indicator        varchar not null,
    nieuw            integer not null,    -- figures where there were none
    herzien          integer not null,
    vervallen        integer not null     -- figures that are gone
);
