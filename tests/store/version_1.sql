BEGIN TRANSACTION;
CREATE TABLE activity (
	live SMALLINT NOT NULL, 
	rep_id VARCHAR NOT NULL, 
	week VARCHAR(10) NOT NULL, 
	import_seq INTEGER NOT NULL, 
	days_active DOUBLE, 
	searches DOUBLE, 
	profile_views DOUBLE, 
	leads_saved DOUBLE, 
	accounts_saved DOUBLE, 
	inmails_sent DOUBLE, 
	inmails_accepted DOUBLE, 
	messages DOUBLE, 
	connections DOUBLE, 
	file_no INTEGER, 
	row_no INTEGER, 
	PRIMARY KEY (live, rep_id, week, import_seq), 
	FOREIGN KEY(import_seq) REFERENCES imports (seq)
)
 WITHOUT ROWID

;
CREATE TABLE aliases (
	import_seq INTEGER NOT NULL, 
	rep_id VARCHAR NOT NULL, 
	alias VARCHAR NOT NULL, 
	PRIMARY KEY (import_seq, rep_id, alias), 
	FOREIGN KEY(import_seq) REFERENCES imports (seq)
);
CREATE TABLE import_columns (
	import_seq INTEGER NOT NULL, 
	ledger VARCHAR(16) NOT NULL, 
	column_name VARCHAR(32) NOT NULL, 
	PRIMARY KEY (import_seq, ledger, column_name), 
	FOREIGN KEY(import_seq) REFERENCES imports (seq)
);
INSERT INTO "import_columns" VALUES(1,'readings','brand');
INSERT INTO "import_columns" VALUES(1,'pipeline','won');
CREATE TABLE import_files (
	import_seq INTEGER NOT NULL, 
	file_no INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	sheet VARCHAR, 
	format VARCHAR, 
	encoding VARCHAR, 
	header_row INTEGER, 
	shape VARCHAR, 
	columns JSON, 
	rows_read INTEGER, 
	rows_used INTEGER, 
	sha256 VARCHAR(64), 
	PRIMARY KEY (import_seq, file_no), 
	FOREIGN KEY(import_seq) REFERENCES imports (seq)
);
INSERT INTO "import_files" VALUES(1,1,'team.xlsx','Team','xlsx',NULL,1,'rep_week','{"Rep": "rep"}',2,2,'0000000000000000000000000000000000000000000000000000000000000000');
CREATE TABLE import_weeks (
	import_seq INTEGER NOT NULL, 
	ledger VARCHAR(16) NOT NULL, 
	week VARCHAR(10) NOT NULL, 
	PRIMARY KEY (import_seq, ledger, week), 
	FOREIGN KEY(import_seq) REFERENCES imports (seq)
);
INSERT INTO "import_weeks" VALUES(1,'readings','2026-11-09');
INSERT INTO "import_weeks" VALUES(1,'pipeline','2026-11-09');
CREATE TABLE imports (
	seq INTEGER NOT NULL, 
	import_id VARCHAR(24) NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	who VARCHAR NOT NULL, 
	rows INTEGER NOT NULL, 
	added INTEGER NOT NULL, 
	changed INTEGER NOT NULL, 
	problem_count INTEGER NOT NULL, 
	problems JSON NOT NULL, 
	undone_at VARCHAR(32), 
	PRIMARY KEY (seq), 
	UNIQUE (import_id)
);
INSERT INTO "imports" VALUES(1,'20261116-1','2026-11-16T08:30:00','Dana',3,3,0,0,'[]',NULL);
CREATE TABLE meta (
	schema_version INTEGER NOT NULL, 
	revision INTEGER NOT NULL, 
	PRIMARY KEY (schema_version)
);
INSERT INTO "meta" VALUES(1,2);
CREATE TABLE pipeline (
	live SMALLINT NOT NULL, 
	rep_id VARCHAR NOT NULL, 
	week VARCHAR(10) NOT NULL, 
	currency VARCHAR NOT NULL, 
	import_seq INTEGER NOT NULL, 
	open_pipeline DOUBLE, 
	weighted_pipeline DOUBLE, 
	won DOUBLE, 
	quota DOUBLE, 
	attainment DOUBLE, 
	meetings DOUBLE, 
	deals_open DOUBLE, 
	deals_won DOUBLE, 
	deals_lost DOUBLE, 
	deals_overdue DOUBLE, 
	deals_without_amount DOUBLE, 
	file_no INTEGER, 
	row_no INTEGER, 
	PRIMARY KEY (live, rep_id, week, currency, import_seq), 
	FOREIGN KEY(import_seq) REFERENCES imports (seq)
)
 WITHOUT ROWID

;
INSERT INTO "pipeline" VALUES(1,'anna','2026-11-09','EUR',1,NULL,NULL,1200.0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE readings (
	live SMALLINT NOT NULL, 
	rep_id VARCHAR NOT NULL, 
	date VARCHAR(10) NOT NULL, 
	import_seq INTEGER NOT NULL, 
	brand DOUBLE, 
	people DOUBLE, 
	insights DOUBLE, 
	relationships DOUBLE, 
	reported_total DOUBLE, 
	industry_top_percent DOUBLE, 
	network_top_percent DOUBLE, 
	industry_brand DOUBLE, 
	industry_people DOUBLE, 
	industry_insights DOUBLE, 
	industry_relationships DOUBLE, 
	network_brand DOUBLE, 
	network_people DOUBLE, 
	network_insights DOUBLE, 
	network_relationships DOUBLE, 
	source VARCHAR, 
	file_no INTEGER, 
	row_no INTEGER, 
	PRIMARY KEY (live, rep_id, date, import_seq), 
	FOREIGN KEY(import_seq) REFERENCES imports (seq)
)
 WITHOUT ROWID

;
INSERT INTO "readings" VALUES(1,'anna','2026-11-09',1,16.0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "readings" VALUES(1,'ben','2026-11-09',1,12.0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE rep_facts (
	live SMALLINT NOT NULL, 
	rep_id VARCHAR NOT NULL, 
	import_seq INTEGER NOT NULL, 
	name VARCHAR, 
	email VARCHAR, 
	team VARCHAR, 
	role VARCHAR, 
	licence VARCHAR, 
	status VARCHAR, 
	started_on VARCHAR, 
	PRIMARY KEY (live, rep_id, import_seq), 
	FOREIGN KEY(import_seq) REFERENCES imports (seq)
)
 WITHOUT ROWID

;
INSERT INTO "rep_facts" VALUES(1,'anna',1,'Anna',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "rep_facts" VALUES(1,'ben',1,'Ben',NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE reps (
	rep_id VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	email VARCHAR, 
	team VARCHAR, 
	role VARCHAR, 
	licence VARCHAR, 
	status VARCHAR, 
	started_on VARCHAR, 
	PRIMARY KEY (rep_id)
);
INSERT INTO "reps" VALUES('anna','Anna',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "reps" VALUES('ben','Ben',NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE settings (
	name VARCHAR NOT NULL, 
	value JSON NOT NULL, 
	saved_at VARCHAR(32) NOT NULL, 
	PRIMARY KEY (name)
);
CREATE INDEX reps_by_team ON reps (team, role);
CREATE INDEX reps_by_role ON reps (role);
CREATE INDEX readings_by_import ON readings (import_seq);
CREATE INDEX pipeline_by_import ON pipeline (import_seq);
CREATE INDEX activity_by_import ON activity (import_seq);
CREATE INDEX rep_facts_by_import ON rep_facts (import_seq);
COMMIT;
