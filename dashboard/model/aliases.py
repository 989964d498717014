"""Which words head a column in the files people have?

English, German, French, Spanish, Portuguese and LinkedIn's own names. Case, accents, punctuation, units such as
"(/25)" and filler such as "strong" or "score" do not matter (ingest/headers.py); earlier words weigh more than later.
"""


def _words(text: str) -> tuple[str, ...]:
    """Return the words between the bars."""
    return tuple(" ".join(word.split()) for word in text.split("|"))


BRAND = _words("""
    establish your professional brand | professional brand | brand | establish your brand | create a professional
    brand | establish professional brand | personal brand | brand building | build your brand | create your brand |
    professionelle Marke aufbauen | Marke aufbauen | Marke | professionelle Marke | Ihre professionelle Marke
    aufbauen | Construire votre marque professionnelle | Marque professionnelle | Marque | Développer votre marque
    professionnelle | Establece tu marca profesional | Marca profesional | Marca | Establecer tu marca profesional |
    Crear tu marca profesional | Estabelecer sua marca profissional | Marca profissional | Estabeleça sua marca
    profissional | Construir sua marca | prof brand | personal branding | Marca personal | Marque pro
""")
PEOPLE = _words("""
    find the right people | people | finding the right people | right people | find people | find right people | Die
    richtigen Personen finden | richtige Personen finden | richtige Personen | Personen finden | Personen | die
    richtigen Menschen finden | richtige Kontakte finden | Trouver les bonnes personnes | Bonnes personnes |
    Personnes | Trouver des personnes | Encuentra a las personas adecuadas | Encontrar a las personas adecuadas |
    Personas adecuadas | Personas | Localizar as pessoas certas | Encontrar as pessoas certas | Encontre as pessoas
    certas | Pessoas certas | Pessoas | finding people | Zielpersonen
""")
INSIGHTS = _words("""
    engage with insights | insights | insight engagement | engaging with insights | engage insights | insight |
    Durch Insights überzeugen | Mit Insights überzeugen | Insights nutzen | Mit Einblicken überzeugen | Einblicke |
    Échanger des informations | Échanger des infos | Informations | Interagir avec des informations | Partager des
    informations | Interactúa ofreciendo información | Interactuar ofreciendo información | Información |
    Interactuar con información | Interagir oferecendo insights | Interaja oferecendo insights | Interagir com
    insights | Informações | insights engagement
""")
RELATIONSHIPS = _words("""
    build relationships | relationships | building relationships | build strong relationships | relationship |
    relationship building | relations | Beziehungen aufbauen | Beziehungen | starke Beziehungen aufbauen |
    Beziehungsaufbau | Établir des relations | Construire des relations | Développer des relations | Établir des
    relations solides | Crea relaciones | Crear relaciones | Relaciones | Construir relaciones | Establecer
    relaciones sólidas | Criar relacionamentos | Relacionamentos | Construir relacionamentos | Crie relacionamentos
    | Cultivar relacionamentos | build relations
""")
TOTAL = _words("""
    current social selling index | ssi | ssi score | social selling index | ssi total | total ssi | overall ssi |
    ssi overall | overall score | total score | overall | total | score | social selling score | linkedin ssi | ssi
    index | ssi points | sum of pillars | ssi sum | SSI gesamt | SSI-Wert | Gesamt | Gesamtwert | Gesamtpunktzahl |
    Gesamtscore | Aktueller Social Selling Index | SSI-Punkte | Social Selling Index actuel | SSI actuel | Score SSI
    | Score total | Indice Social Selling | Note SSI | Índice de ventas con las redes sociales actual | Índice de
    ventas sociales | SSI actual | Puntuación SSI | Puntuación total | Social Selling Index atual | SSI atual |
    Pontuação SSI | Pontuação total | Índice de social selling | linkedin ssi score | linkedin social selling index
    | overall index
""")
NAME = _words("""
    rep name | sales rep | rep | name | full name | salesperson | sales person | seat holder name | seat holder |
    seller | account executive | AE | BDR | SDR | employee name | employee | member name | member | team member |
    representative | sales representative | user name | display name | colleague | person | owner name | owner | who
    | consultant | agent | Vertriebsmitarbeiter | Vertriebsmitarbeiterin | Vertriebler | Verkäufer | Verkäuferin |
    Verkäufer/in | Mitarbeiter | Mitarbeiterin | Mitarbeitername | Mitarbeitende | Vollständiger Name | Kollege |
    Vertriebsbeauftragter | Mitarbeiter/in | Nom complet | Commercial | Commerciale | Vendeur | Vendeuse |
    Collaborateur | Collaboratrice | Nom du commercial | Nom et prénom | Prénom et nom | Nom du vendeur | Nom prénom
    | Prénom nom | Salarié | Nom | Nombre completo | Nombre y apellidos | Comercial | Vendedor | Vendedora |
    Representante | Empleado | Nombre del vendedor | Nombre del comercial | Ejecutivo de ventas | Nome completo |
    Nome | Colaborador | Colaboradora | Nome do vendedor | Funcionário | Representante de vendas | Consultor | rep
    full name | user full name | sales rep name | team member name | account manager | sales executive | profile
    name | key account manager | KAM | Vor- und Nachname | Name Vorname | Name des Mitarbeiters | Benutzer |
    Benutzername | Nutzer | Außendienst | Außendienstmitarbeiter | Conseiller | Conseiller commercial | Ingénieur
    commercial | Utilisateur | Asesor | Asesor comercial | Ejecutivo | Agente | Usuario | Nombre y apellido |
    Executivo de vendas | Membro da equipe | Usuário
""")
FIRST_NAME = _words("first name | given name | forename | Vorname | Prénom | Primer nombre | Nombre | Primeiro nome")
LAST_NAME = _words("""
    last name | surname | family name | Nachname | Familienname | Nom de famille | Apellido | Apellidos |
    Sobrenome
""")
EMAIL = _words("""
    email | email address | mail | work email | business email | rep email | linkedin email | user email | email
    id | mail address | login | E-Mail-Adresse | Mailadresse | Courriel | Adresse e-mail | Adresse mail | Adresse
    électronique | Mél | Correo electrónico | Correo | Dirección de correo | Correo e | E-mail corporativo |
    Endereço de e-mail | Correio eletrônico
""")
DATE = _words("""
    week of | week | week starting | week beginning | week commencing | week start | reading date | date | snapshot
    date | as of | day | date created | date of reading | reporting date | report date | measured on | read on | wc
    | w/c | calendar week | cw | week ending | Woche vom | Woche | KW | Kalenderwoche | Datum | Stichtag | Stand |
    Woche ab | Messdatum | Erfasst am | Berichtsdatum | Wochenstart | Semaine du | Semaine | Date de relevé | Date
    du relevé | Date de mesure | Relevé du | Sem | Semana del | Semana de | Semana | Fecha | Fecha de lectura |
    Fecha del informe | Semana do | Data | Data da leitura | Data de referência | Data do relatório | snapshot |
    snapshot dt | week no | week number | wk | Monday | week start date | week end date | week ended | ISO week |
    calendar wk | report week | reporting week | as of date | Montag | Wochenbeginn | KW Montag | Lundi | Semaine
    lundi | Début de semaine | Date relevé | Lunes | Inicio de semana | Fecha de corte | Início da semana | Data de
    corte | recorded on | recorded | logged on | logged | timestamp | Erhebungsdatum | Erhoben am
""")
READ_ON = _words("""
    read on | reading date | date of reading | measured on | date of measurement | date read | captured on | date
    captured | capture date | captured | screenshot date | date of screenshot | screenshot taken | screenshot of |
    taken on | checked on | pulled on | noted on | score date | date of score | SSI date | Messdatum | Erfasst am |
    Abgelesen am | Gemessen am | Datum der Messung | Screenshot vom | Date de relevé | Date du relevé | Date de
    mesure | Relevé du | Relevé le | Mesuré le | Fecha de lectura | Leído el | Medido el | Data da leitura | Lido em
    | Medido em | recorded on | recorded | logged on | logged | timestamp | Erhebungsdatum | Erhoben am
""")
"""The day a score was read; where a file has no other date, that is the day of the row."""
TEAM = _words("""
    team | sales team | team name | region | Vertriebsteam | Mannschaft | Équipe | Équipe commerciale | Région |
    Equipo | Equipo de ventas | Región | Equipe | Equipe de vendas | Time | Região | Squad
""")
ROLE = _words("""
    role | job title | job role | position | title | segment | Rolle | Funktion | Stelle | Rôle | Fonction |
    Poste | Rol | Cargo | Puesto | Función | Função | Papel
""")
LICENCE = _words("""
    licence | license | licence type | license type | seat type | linkedin licence | linkedin license | sales
    navigator | navigator | navigator licence | navigator license | seat | Lizenz | Lizenztyp | LinkedIn-Lizenz |
    Navigator-Lizenz | Licence LinkedIn | Type de licence | Licencia | Tipo de licencia | Licença | Tipo de
    licença
""")
STATUS = _words("""
    status | rep status | employment status | seat status | user status | Mitarbeiterstatus | Statut | Estado |
    Situación | Situação
""")
STARTED_ON = _words("""
    start date | started on | started | hire date | hired | date hired | joined | joining date | date joined |
    employed since | start | onboarded on | Eintrittsdatum | Eintritt | Startdatum | Beginn | Seit | Date
    d'entrée | Date d'arrivée | Date d'embauche | Entrée | Fecha de inicio | Fecha de incorporación | Fecha de
    alta | Incorporación | Data de início | Data de admissão | Data de entrada
""")
INDUSTRY_RANK = _words("""
    industry top percent | industry rank | industry ssi rank | ssi rank industry | rank in industry | top %
    industry | industry top % | industry top | Branchenrang | Rang in der Branche | SSI-Rang Branche | Branche
    Top % | Top % Branche | Branchenranking | Rang secteur | Classement secteur | Classement du secteur | Top %
    secteur | Rang dans le secteur | Ranking sector | Posición en el sector | Top % sector | Clasificación del
    sector | Ranking do setor | Posição no setor | Top % setor
""")
NETWORK_RANK = _words("""
    network top percent | network rank | network ssi rank | ssi rank network | rank in network | top % network |
    network top % | network top | Netzwerkrang | Rang im Netzwerk | SSI-Rang Netzwerk | Netzwerk Top % | Top %
    Netzwerk | Netzwerkranking | Rang réseau | Classement réseau | Classement du réseau | Top % réseau | Rang
    dans le réseau | Ranking red | Posición en la red | Top % red | Clasificación de la red | Ranking da rede |
    Posição na rede | Top % rede
""")
OPEN_PIPELINE = _words("""
    open pipeline | pipeline | pipe | open pipe | pipeline value | pipeline amount | open pipeline value | total
    pipeline | pipeline open | active pipeline | current pipeline | pipeline total | offene Pipeline |
    Pipelinewert | Pipeline-Wert | Pipeline offen | Pipelinevolumen | Offenes Volumen | Pipeline ouvert | Pipe
    ouvert | Pipeline en cours | Valeur du pipeline | Pipeline abierto | Pipeline abierta | Embudo | Valor del
    pipeline | Pipeline aberto | Funil | Funil aberto | Valor do pipeline
""")
WEIGHTED_PIPELINE = _words("""
    weighted pipeline | pipeline weighted | weighted | weighted amount | weighted value | weighted pipe |
    gewichtete Pipeline | Pipeline gewichtet | Pipeline pondéré | Pipe pondéré | Pondéré | Pipeline ponderado |
    Pipeline ponderada | Ponderado | Funil ponderado
""")
WON = _words("""
    closed won | won | closed won amount | won amount | won value | bookings | booked | revenue won | revenue |
    closed | won revenue | sales | closed business | closed revenue | won deals value | Abgeschlossen | Gewonnen |
    Umsatz | Abschlüsse | Auftragseingang | gewonnener Umsatz | Gagné | Signé | Chiffre d'affaires | CA signé | CA |
    Ventes | Conclu | Affaires gagnées | Ganado | Cerrado ganado | Ventas | Facturado | Ingresos | Cerrado | Ganho |
    Fechado | Vendas | Receita | Fechado ganho | Faturado | actuals | actual revenue | booked revenue | revenue
    booked | Umsatz Ist | Ist-Umsatz | Réalisé | CA réalisé
""")
QUOTA = _words("""
    quota | target | sales target | sales quota | goal | quota target | revenue target | quota amount | plan | Quote
    | Ziel | Zielvorgabe | Soll | Umsatzziel | Quartalsziel | Zielwert | Vorgabe | Jahresziel | Objectif | Quotas |
    Objectif de vente | Cuota | Objetivo | Objetivo de ventas | Meta | Cota | Meta de vendas | sales goal |
    Zielumsatz | Meta trimestral | Cuota trimestral
""")
ATTAINMENT = _words("""
    attainment | quota attainment | attainment pct | pct of quota | pct to quota | pct quota | quota pct | pct of
    target | target pct | pct to goal | pct attainment | achievement | goal attainment | target attainment | quota
    achievement | pct of goal | pct to target | pct to plan | pct attained | Zielerreichung | Zielerreichungsgrad |
    Erreichung | Quotenerreichung | Erfüllung | Erfüllungsgrad | Zielerfüllung | pct Ziel | Quote pct | Ziel pct |
    Atteinte | Taux d'atteinte | Atteinte de l'objectif | Atteinte objectif | Réalisation | pct objectif | pct
    atteinte | Taux de réalisation | Cumplimiento | Cumplimiento de cuota | Logro | Consecución | pct cuota | pct
    cumplimiento | Alcance | Atingimento | Atingimento de meta | Atingimento da meta | pct meta | pct da meta |
    Realização | Cumprimento | pct achieved | pct of plan | pct erreicht | pct alcanzado
""")
MEETINGS = _words("""
    meetings | meetings booked | meetings held | number of meetings | meeting count | meetings set | customer
    meetings | new meetings | appointments | Termine | Kundentermine | Meetings gebucht | Anzahl Meetings | Anzahl
    Termine | Besprechungen | Kundenmeetings | Réunions | RDV | Rendez-vous | Nombre de rendez-vous | Nombre de
    réunions | Rdv clients | Reuniones | Citas | Número de reuniones | Reuniones agendadas | Reuniões | Número de
    reuniões | Reuniões agendadas | Visitas | mtgs | no of meetings | Anz Termine
""")
DEALS_OPEN = _words("""
    open deals | deals open | number of open deals | open opportunities | open opps | opps open | offene Deals |
    offene Chancen | Opportunités ouvertes | Oportunidades abiertas | Oportunidades abertas | Negócios abertos
""")
DEALS_WON = _words("""
    deals won | won deals | closed won deals | number of deals won | opps won | gewonnene Deals | Opportunités
    gagnées | Oportunidades ganadas | Oportunidades ganhas | Negócios ganhos
""")
DEALS_LOST = _words("""
    deals lost | lost deals | closed lost deals | number of deals lost | opps lost | verlorene Deals |
    Opportunités perdues | Oportunidades perdidas | Negócios perdidos
""")
CURRENCY = _words("currency | currency code | ccy | amount currency | Währung | Devise | Moneda | Divisa | Moeda")
SOURCE = _words("source | data source | score source | Quelle | Datenquelle | Fuente | Fonte")
COMPONENT = _words("""
    ssi component | component | pillar | ssi pillar | metric | element | category | sub score | subscore | dimension
    | area | measure | Komponente | SSI-Komponente | Säule | Bereich | Kennzahl | Kategorie | Composante |
    Composante SSI | Pilier | Pilier SSI | Critère | Catégorie | Indicateur | Componente | Pilar | Pilar SSI |
    Categoría | Indicador | Componente SSI | Componente do SSI | Categoria | field | Feld | Champ | Campo | KPI |
    criterion | factor | sub index | metric name | score type | what | Kriterium | Teilwert | Indikator | Merkmal |
    Faktor | Axe | Criterio | Critério | Dimensão
""")
POINTS = _words("""
    points | score | value | pts | result | rating | amount of points | reading | pillar score | component score |
    points scored | Punkte | Punktzahl | Wert | Ergebnis | Score-Wert | Valeur | Résultat | Puntos | Puntuación |
    Valor | Puntaje | Resultado | Pontos | Pontuação | numeric value | Valeur numérique | Valor numérico | figure |
    Wertung | Bewertung
""")
POINTS_WRITTEN = _words("""
    original value | original text | value as written | text value | raw value | displayed value | value text |
    Originalwert | Wert im Original | Valeur d'origine | Valor original
""")
IGNORED = _words("""
    account owner | contact owner | created by | entered by | entered | typed by | modified by | last modified by
    | updated by | deal contact person | contact person | manager | sales manager | team lead | team leader |
    line manager | reports to | supervisor | coach | account name | account | company | customer | comment |
    comments | note | notes | remark | remarks | quotes | number | no | nr | id | seat id | rep id | employee id
    | Kommentar | Kommentare | Bemerkung | Bemerkungen | Notiz | Notizen | Anmerkung | Erfasst von | Eingetragen
    von | Erstellt von | Geändert von | Vorgesetzter | Teamleiter | Teamleitung | Führungskraft | Kunde | Firma |
    Ansprechpartner | Commentaire | Commentaires | Remarque | Remarques | Saisi par | Créé par | Modifié par |
    Responsable | Client | Société | Comentario | Comentarios | Observaciones | Notas | Introducido por | Creado
    por | Cliente | Empresa | Jefe | Comentário | Comentários | Observações | Inserido por | Criado por | Gerente
    | Gestor
""")
"""Columns that look like another: people who are not the rep, remarks, running numbers."""
DEALS = _words("""
    stage | stage name | deal stage | sales stage | close date | expected close date | est close date | amount |
    probability | record id | account name | account | lead source | next step | fiscal period | created date |
    create date | age | type | topic | est revenue | actual revenue | expected revenue | is closed | is won |
    owner id | closing date | title | value | won time | deal name | Phase | Schlusstermin | Erstelldatum |
    Nächster Schritt | Lead-Quelle | Wahrscheinlichkeit | Betrag | Accountname
""")
"""Columns of single deals, by which such a list is told from a table of reps."""
