-- One row is one replacement of a build of a bundle on a node. The class Rows has a statement for each way between the steps.
CREATE TABLE replacement (
    id              uuid        PRIMARY KEY,
    node            text        NOT NULL,
    bundle          text        NOT NULL, -- symbolic name
    from_version    text        NOT NULL,
    to_version      text        NOT NULL,
    from_location   text        NOT NULL, -- by which the framework knows the former build
    from_digest     text,                 -- SHA-256 of it; null where it could not be kept
    to_digest       text        NOT NULL, -- SHA-256 of the new build
    fewer_services  boolean     NOT NULL,
    step            text        NOT NULL,
    cause           text,                 -- why it was refused
    remedy          text,
    cut_off         text[]      NOT NULL DEFAULT '{}',
    owner_id        uuid        NOT NULL,
    created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    started_at      timestamptz,
    took_over_at    timestamptz,
    finished_at     timestamptz,
    CHECK (step IN ('REQUESTED', 'PREPARING', 'PROVING', 'STARTING', 'DRAINING', 'COMPLETED', 'REFUSED')),
    CHECK ((cause IS NOT NULL) = (step = 'REFUSED')),
    CHECK ((finished_at IS NOT NULL) = (step IN ('COMPLETED', 'REFUSED')))
);

CREATE INDEX replacement_bundle ON replacement (node, bundle, created_at);
CREATE INDEX replacement_unfinished ON replacement (node) WHERE finished_at IS NULL;
