BEGIN TRANSACTION;
CREATE TABLE acordo_itens (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	acordo_id INTEGER NOT NULL, 
	conta_receber_id INTEGER NOT NULL, 
	papel TEXT NOT NULL, 
	valor BIGINT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_acordo_itens_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT fk_acordo_itens_acordo_id_acordos FOREIGN KEY(acordo_id) REFERENCES acordos (id), 
	CONSTRAINT fk_acordo_itens_conta_receber_id_contas_receber FOREIGN KEY(conta_receber_id) REFERENCES contas_receber (id), 
	CONSTRAINT uq_acordo_itens_acordo_id_conta_receber_id UNIQUE (acordo_id, conta_receber_id)
);
CREATE TABLE acordos (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	pessoa_id INTEGER NOT NULL, 
	codigo TEXT NOT NULL, 
	quando DATETIME NOT NULL, 
	usuario TEXT NOT NULL, 
	texto TEXT NOT NULL, 
	valor_original BIGINT NOT NULL, 
	valor BIGINT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_acordos_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT fk_acordos_pessoa_id_pessoas FOREIGN KEY(pessoa_id) REFERENCES pessoas (id), 
	CONSTRAINT uq_acordos_empresa_id_codigo UNIQUE (empresa_id, codigo)
);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('finbank_0010');
CREATE TABLE anexo_pagar_conteudos (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	anexo_id INTEGER NOT NULL, 
	conteudo BLOB NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_anexo_pagar_conteudos_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT fk_anexo_pagar_conteudos_anexo_id_anexos_pagar FOREIGN KEY(anexo_id) REFERENCES anexos_pagar (id), 
	CONSTRAINT uq_anexo_pagar_conteudos_anexo_id UNIQUE (anexo_id)
);
CREATE TABLE anexos_pagar (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	conta_pagar_id INTEGER NOT NULL, 
	nome TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	tamanho BIGINT NOT NULL, 
	quando DATETIME NOT NULL, 
	usuario TEXT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_anexos_pagar_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT fk_anexos_pagar_conta_pagar_id_contas_pagar FOREIGN KEY(conta_pagar_id) REFERENCES contas_pagar (id), 
	CONSTRAINT uq_anexos_pagar_conta_pagar_id_sha256 UNIQUE (conta_pagar_id, sha256)
);
CREATE TABLE aprovacoes_pagamento (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	conta_pagar_id INTEGER NOT NULL, 
	usuario TEXT NOT NULL, 
	quando DATETIME NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_aprovacoes_pagamento_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT fk_aprovacoes_pagamento_conta_pagar_id_contas_pagar FOREIGN KEY(conta_pagar_id) REFERENCES contas_pagar (id), 
	CONSTRAINT uq_aprovacoes_pagamento_conta_pagar_id_usuario UNIQUE (conta_pagar_id, usuario)
);
CREATE TABLE "baixas" (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	conta_receber_id INTEGER NOT NULL, 
	boleto_id INTEGER, 
	importacao_id INTEGER, 
	linha BIGINT, 
	data DATE NOT NULL, 
	data_credito DATE, 
	valor BIGINT NOT NULL, 
	juros BIGINT NOT NULL, 
	multa BIGINT NOT NULL, 
	desconto BIGINT NOT NULL, 
	abatimento BIGINT NOT NULL, 
	valor_pago BIGINT NOT NULL, 
	estornada_por INTEGER, 
	versao INTEGER NOT NULL, 
	forma TEXT NOT NULL, 
	usuario TEXT NOT NULL, 
	estornada_em DATE, 
	conta_id INTEGER, 
	CONSTRAINT fk_baixas_estornada_por_importacoes FOREIGN KEY(estornada_por) REFERENCES importacoes (id), 
	CONSTRAINT fk_baixas_conta_receber_id_contas_receber FOREIGN KEY(conta_receber_id) REFERENCES contas_receber (id), 
	CONSTRAINT fk_baixas_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT fk_baixas_boleto_id_boletos FOREIGN KEY(boleto_id) REFERENCES boletos (id), 
	CONSTRAINT fk_baixas_importacao_id_importacoes FOREIGN KEY(importacao_id) REFERENCES importacoes (id), 
	CONSTRAINT fk_baixas_conta_id_contas FOREIGN KEY(conta_id) REFERENCES contas (id)
);
INSERT INTO "baixas" VALUES(1,1,1,1,2,2,'2026-12-15','2026-12-16',10000,0,0,0,0,10000,NULL,1,'Retorno do banco','',NULL,NULL);
INSERT INTO "baixas" VALUES(2,1,2,2,2,3,'2026-12-15','2026-12-16',20000,0,0,0,0,20000,NULL,1,'Retorno do banco','',NULL,NULL);
INSERT INTO "baixas" VALUES(3,1,3,3,2,4,'2026-12-15','2026-12-16',30000,0,0,0,0,30000,NULL,1,'Retorno do banco','',NULL,NULL);
CREATE TABLE baixas_pagar (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	conta_pagar_id INTEGER NOT NULL, 
	pagamento_id INTEGER, 
	importacao_id INTEGER, 
	linha BIGINT, 
	data DATE NOT NULL, 
	valor BIGINT NOT NULL, 
	acrescimos BIGINT NOT NULL, 
	desconto BIGINT NOT NULL, 
	valor_pago BIGINT NOT NULL, 
	conta_id INTEGER, 
	forma TEXT NOT NULL, 
	autenticacao TEXT NOT NULL, 
	usuario TEXT NOT NULL, 
	estornada_em DATE, 
	estornada_por INTEGER, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_baixas_pagar_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT fk_baixas_pagar_conta_pagar_id_contas_pagar FOREIGN KEY(conta_pagar_id) REFERENCES contas_pagar (id), 
	CONSTRAINT fk_baixas_pagar_pagamento_id_pagamentos FOREIGN KEY(pagamento_id) REFERENCES pagamentos (id), 
	CONSTRAINT fk_baixas_pagar_importacao_id_importacoes_pagamento FOREIGN KEY(importacao_id) REFERENCES importacoes_pagamento (id), 
	CONSTRAINT fk_baixas_pagar_conta_id_contas FOREIGN KEY(conta_id) REFERENCES contas (id), 
	CONSTRAINT fk_baixas_pagar_estornada_por_importacoes_pagamento FOREIGN KEY(estornada_por) REFERENCES importacoes_pagamento (id)
);
CREATE TABLE boleto_itens (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	boleto_id INTEGER NOT NULL, 
	conta_receber_id INTEGER NOT NULL, 
	valor BIGINT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_boleto_itens_boleto_id_boletos FOREIGN KEY(boleto_id) REFERENCES boletos (id), 
	CONSTRAINT fk_boleto_itens_conta_receber_id_contas_receber FOREIGN KEY(conta_receber_id) REFERENCES contas_receber (id), 
	CONSTRAINT fk_boleto_itens_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT uq_boleto_itens_boleto_id_conta_receber_id UNIQUE (boleto_id, conta_receber_id)
);
INSERT INTO "boleto_itens" VALUES(1,1,1,1,10000,1);
INSERT INTO "boleto_itens" VALUES(2,1,2,2,20000,1);
INSERT INTO "boleto_itens" VALUES(3,1,3,3,30000,1);
INSERT INTO "boleto_itens" VALUES(4,1,4,4,40000,1);
CREATE TABLE "boletos" (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	filial_id INTEGER, 
	convenio_id INTEGER NOT NULL, 
	pessoa_id INTEGER NOT NULL, 
	sequencial BIGINT NOT NULL, 
	numero_documento TEXT NOT NULL, 
	nosso_numero TEXT NOT NULL, 
	nosso_numero_dv TEXT NOT NULL, 
	nosso_numero_impresso TEXT NOT NULL, 
	agencia_codigo_beneficiario TEXT NOT NULL, 
	carteira_impressa TEXT NOT NULL, 
	codigo_barras TEXT NOT NULL, 
	linha_digitavel TEXT NOT NULL, 
	emissao DATE NOT NULL, 
	vencimento DATE NOT NULL, 
	valor BIGINT NOT NULL, 
	especie TEXT NOT NULL, 
	aceite BOOLEAN NOT NULL, 
	juros_tipo TEXT NOT NULL, 
	juros BIGINT NOT NULL, 
	multa_tipo TEXT NOT NULL, 
	multa BIGINT NOT NULL, 
	desconto_tipo TEXT NOT NULL, 
	desconto BIGINT NOT NULL, 
	desconto_dias BIGINT NOT NULL, 
	protesto_dias BIGINT, 
	baixa_dias BIGINT, 
	instrucoes JSON NOT NULL, 
	situacao TEXT NOT NULL, 
	no_banco TEXT NOT NULL, 
	no_banco_detalhe TEXT NOT NULL, 
	remessa_id INTEGER, 
	comando TEXT NOT NULL, 
	valor_pago BIGINT NOT NULL, 
	data_pagamento DATE, 
	data_credito DATE, 
	busca TEXT NOT NULL, 
	versao INTEGER NOT NULL, 
	abatimento BIGINT NOT NULL, 
	pedido JSON, 
	pix TEXT NOT NULL, 
	CONSTRAINT fk_boletos_filial_id_filiais FOREIGN KEY(filial_id) REFERENCES filiais (id), 
	CONSTRAINT fk_boletos_pessoa_id_pessoas FOREIGN KEY(pessoa_id) REFERENCES pessoas (id), 
	CONSTRAINT fk_boletos_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT fk_boletos_convenio_id_convenios FOREIGN KEY(convenio_id) REFERENCES convenios (id), 
	CONSTRAINT uq_boletos_convenio_id_nosso_numero UNIQUE (convenio_id, nosso_numero), 
	CONSTRAINT uq_boletos_convenio_id_sequencial UNIQUE (convenio_id, sequencial), 
	CONSTRAINT fk_boletos_remessa_id_remessas FOREIGN KEY(remessa_id) REFERENCES remessas (id)
);
INSERT INTO "boletos" VALUES(1,1,NULL,1,1,1,'NF1','00000001','6','109/00000001-6','0057 / 12345-7','109','34191166100000100001090000000160057123457000','34191090080000016005171234570001116610000010000','2026-11-20','2026-12-15',10000,'DM',0,'ISENTO',0,'ISENTA',0,'SEM',0,0,NULL,NULL,'[]','BAIXADO','BAIXADO_NO_BANCO','Liquidação normal',1,'01',10000,'2026-12-15','2026-12-16','nf1 00000001 109/00000001-6 34191090080000016005171234570001116610000010000',4,0,NULL,'');
INSERT INTO "boletos" VALUES(2,1,NULL,1,1,2,'NF2','00000002','4','109/00000002-4','0057 / 12345-7','109','34199166100000200001090000000240057123457000','34191090080000024005171234570001916610000020000','2026-11-20','2026-12-15',20000,'DM',0,'ISENTO',0,'ISENTA',0,'SEM',0,0,NULL,NULL,'[]','BAIXADO','BAIXADO_NO_BANCO','Liquidação normal',1,'01',20000,'2026-12-15','2026-12-16','nf2 00000002 109/00000002-4 34191090080000024005171234570001916610000020000',4,0,NULL,'');
INSERT INTO "boletos" VALUES(3,1,NULL,1,1,3,'NF3','00000003','2','109/00000003-2','0057 / 12345-7','109','34198166100000300001090000000320057123457000','34191090080000032005171234570001816610000030000','2026-11-20','2026-12-15',30000,'DM',0,'ISENTO',0,'ISENTA',0,'SEM',0,0,NULL,NULL,'[]','BAIXADO','BAIXADO_NO_BANCO','Liquidação normal',1,'01',30000,'2026-12-15','2026-12-16','nf3 00000003 109/00000003-2 34191090080000032005171234570001816610000030000',4,0,NULL,'');
INSERT INTO "boletos" VALUES(4,1,NULL,1,1,4,'NF4','00000004','0','109/00000004-0','0057 / 12345-7','109','34197166100000400001090000000400057123457000','34191090080000040005171234570001716610000040000','2026-11-20','2026-12-15',40000,'DM',0,'ISENTO',0,'ISENTA',0,'SEM',0,0,NULL,NULL,'[]','EM_ABERTO','REGISTRADO','',1,'01',0,NULL,NULL,'nf4 00000004 109/00000004-0 34191090080000040005171234570001716610000040000',3,0,NULL,'');
CREATE TABLE boletos_dda (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	importacao_id INTEGER NOT NULL, 
	linha BIGINT NOT NULL, 
	codigo_barras TEXT NOT NULL, 
	documento TEXT NOT NULL, 
	nome TEXT NOT NULL, 
	numero_documento TEXT NOT NULL, 
	vencimento DATE NOT NULL, 
	valor BIGINT NOT NULL, 
	emissao DATE, 
	conta_pagar_id INTEGER, 
	busca TEXT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_boletos_dda_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT fk_boletos_dda_importacao_id_importacoes_pagamento FOREIGN KEY(importacao_id) REFERENCES importacoes_pagamento (id), 
	CONSTRAINT fk_boletos_dda_conta_pagar_id_contas_pagar FOREIGN KEY(conta_pagar_id) REFERENCES contas_pagar (id), 
	CONSTRAINT uq_boletos_dda_empresa_id_codigo_barras UNIQUE (empresa_id, codigo_barras)
);
CREATE TABLE categorias_aprendidas (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	chave TEXT NOT NULL, 
	categoria TEXT NOT NULL, 
	vezes BIGINT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_categorias_aprendidas_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT uq_categorias_aprendidas_empresa_id_chave_categoria UNIQUE (empresa_id, chave, categoria)
);
CREATE TABLE configuracoes_pagamento (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	aprovacoes BIGINT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_configuracoes_pagamento_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT uq_configuracoes_pagamento_empresa_id UNIQUE (empresa_id)
);
CREATE TABLE consentimentos (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	codigo TEXT NOT NULL, 
	convenio_id INTEGER NOT NULL, 
	pessoa_id INTEGER NOT NULL, 
	cliente_empresa TEXT NOT NULL, 
	nome TEXT NOT NULL, 
	documento TEXT NOT NULL, 
	banco TEXT NOT NULL, 
	agencia TEXT NOT NULL, 
	agencia_dv TEXT NOT NULL, 
	conta TEXT NOT NULL, 
	conta_dv TEXT NOT NULL, 
	operacao TEXT NOT NULL, 
	validade DATE, 
	cheque_especial BOOLEAN NOT NULL, 
	parcial BOOLEAN NOT NULL, 
	desde DATE, 
	situacao TEXT NOT NULL, 
	detalhe TEXT NOT NULL, 
	cliente_empresa_novo TEXT NOT NULL, 
	busca TEXT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_consentimentos_convenio_id_convenios_debito FOREIGN KEY(convenio_id) REFERENCES convenios_debito (id), 
	CONSTRAINT fk_consentimentos_pessoa_id_pessoas FOREIGN KEY(pessoa_id) REFERENCES pessoas (id), 
	CONSTRAINT uq_consentimentos_empresa_id_codigo UNIQUE (empresa_id, codigo), 
	CONSTRAINT uq_consentimentos_convenio_id_cliente_empresa UNIQUE (convenio_id, cliente_empresa), 
	CONSTRAINT fk_consentimentos_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id)
);
CREATE TABLE contas (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	filial_id INTEGER, 
	codigo TEXT NOT NULL, 
	descricao TEXT NOT NULL, 
	banco TEXT NOT NULL, 
	agencia TEXT NOT NULL, 
	agencia_dv TEXT NOT NULL, 
	conta TEXT NOT NULL, 
	conta_dv TEXT NOT NULL, 
	busca TEXT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_contas_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT fk_contas_filial_id_filiais FOREIGN KEY(filial_id) REFERENCES filiais (id), 
	CONSTRAINT uq_contas_empresa_id_codigo UNIQUE (empresa_id, codigo)
);
INSERT INTO "contas" VALUES(1,1,NULL,'1','Conta no Itaú','341','0057','','12345','7','1 conta no itau 341 0057 12345',1);
CREATE TABLE contas_caixa (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	conta_id INTEGER NOT NULL, 
	conta_contabil_id INTEGER, 
	saldo_inicial BIGINT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_contas_caixa_conta_id_contas FOREIGN KEY(conta_id) REFERENCES contas (id), 
	CONSTRAINT fk_contas_caixa_conta_contabil_id_plano_contas FOREIGN KEY(conta_contabil_id) REFERENCES plano_contas (id), 
	CONSTRAINT uq_contas_caixa_conta_id UNIQUE (conta_id), 
	CONSTRAINT fk_contas_caixa_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id)
);
CREATE TABLE contas_email (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	servidor TEXT NOT NULL, 
	porta BIGINT NOT NULL, 
	seguranca TEXT NOT NULL, 
	usuario TEXT NOT NULL, 
	nome TEXT NOT NULL, 
	endereco TEXT NOT NULL, 
	responder_para TEXT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT uq_contas_email_empresa_id UNIQUE (empresa_id), 
	CONSTRAINT fk_contas_email_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id)
);
CREATE TABLE contas_pagar (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	filial_id INTEGER, 
	codigo TEXT NOT NULL, 
	pessoa_id INTEGER, 
	nome TEXT NOT NULL, 
	documento TEXT NOT NULL, 
	descricao TEXT NOT NULL, 
	emissao DATE NOT NULL, 
	vencimento DATE NOT NULL, 
	data_pagamento DATE, 
	valor BIGINT NOT NULL, 
	desconto BIGINT NOT NULL, 
	acrescimos BIGINT NOT NULL, 
	forma TEXT, 
	convenio_id INTEGER, 
	conta_favorecido_id INTEGER, 
	chave_favorecido_id INTEGER, 
	codigo_barras TEXT NOT NULL, 
	pix_qr TEXT NOT NULL, 
	pix_txid TEXT NOT NULL, 
	mensagem TEXT NOT NULL, 
	tributo JSON, 
	final_nome TEXT NOT NULL, 
	final_documento TEXT NOT NULL, 
	seu_numero TEXT NOT NULL, 
	situacao TEXT NOT NULL, 
	detalhe TEXT NOT NULL, 
	remessa_id INTEGER, 
	valor_pago BIGINT NOT NULL, 
	pago_em DATE, 
	autenticacao TEXT NOT NULL, 
	busca TEXT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_contas_pagar_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT fk_contas_pagar_filial_id_filiais FOREIGN KEY(filial_id) REFERENCES filiais (id), 
	CONSTRAINT fk_contas_pagar_pessoa_id_pessoas FOREIGN KEY(pessoa_id) REFERENCES pessoas (id), 
	CONSTRAINT fk_contas_pagar_convenio_id_convenios_pagamento FOREIGN KEY(convenio_id) REFERENCES convenios_pagamento (id), 
	CONSTRAINT fk_contas_pagar_conta_favorecido_id_pessoa_contas FOREIGN KEY(conta_favorecido_id) REFERENCES pessoa_contas (id), 
	CONSTRAINT fk_contas_pagar_chave_favorecido_id_pessoa_chaves_pix FOREIGN KEY(chave_favorecido_id) REFERENCES pessoa_chaves_pix (id), 
	CONSTRAINT fk_contas_pagar_remessa_id_remessas_pagamento FOREIGN KEY(remessa_id) REFERENCES remessas_pagamento (id), 
	CONSTRAINT uq_contas_pagar_empresa_id_codigo UNIQUE (empresa_id, codigo), 
	CONSTRAINT uq_contas_pagar_empresa_id_seu_numero UNIQUE (empresa_id, seu_numero)
);
CREATE TABLE "contas_receber" (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	filial_id INTEGER, 
	codigo TEXT NOT NULL, 
	pessoa_id INTEGER NOT NULL, 
	convenio_id INTEGER, 
	documento TEXT NOT NULL, 
	descricao TEXT NOT NULL, 
	origem TEXT NOT NULL, 
	emissao DATE NOT NULL, 
	vencimento DATE NOT NULL, 
	valor BIGINT NOT NULL, 
	valor_baixado BIGINT NOT NULL, 
	situacao TEXT NOT NULL, 
	busca TEXT NOT NULL, 
	versao INTEGER NOT NULL, 
	gerada_de_id INTEGER, 
	mensagem TEXT NOT NULL, 
	CONSTRAINT fk_contas_receber_convenio_id_convenios FOREIGN KEY(convenio_id) REFERENCES convenios (id), 
	CONSTRAINT fk_contas_receber_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT fk_contas_receber_gerada_de_id_contas_receber FOREIGN KEY(gerada_de_id) REFERENCES contas_receber (id), 
	CONSTRAINT uq_contas_receber_empresa_id_codigo UNIQUE (empresa_id, codigo), 
	CONSTRAINT fk_contas_receber_pessoa_id_pessoas FOREIGN KEY(pessoa_id) REFERENCES pessoas (id), 
	CONSTRAINT fk_contas_receber_filial_id_filiais FOREIGN KEY(filial_id) REFERENCES filiais (id)
);
INSERT INTO "contas_receber" VALUES(1,1,NULL,'1',1,1,'NF1','','','2026-11-20','2026-12-15',10000,10000,'BAIXADO','1 nf1',3,NULL,'');
INSERT INTO "contas_receber" VALUES(2,1,NULL,'2',1,1,'NF2','','','2026-11-20','2026-12-15',20000,20000,'BAIXADO','2 nf2',3,NULL,'');
INSERT INTO "contas_receber" VALUES(3,1,NULL,'3',1,1,'NF3','','','2026-11-20','2026-12-15',30000,30000,'BAIXADO','3 nf3',3,NULL,'');
INSERT INTO "contas_receber" VALUES(4,1,NULL,'4',1,1,'NF4','','','2026-11-20','2026-12-15',40000,0,'EM_ABERTO','4 nf4',2,NULL,'');
CREATE TABLE "convenios" (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	filial_id INTEGER, 
	codigo TEXT NOT NULL, 
	descricao TEXT NOT NULL, 
	conta_id INTEGER NOT NULL, 
	banco TEXT NOT NULL, 
	formato TEXT NOT NULL, 
	convenio TEXT NOT NULL, 
	codigo_beneficiario TEXT NOT NULL, 
	codigo_beneficiario_dv TEXT NOT NULL, 
	carteira TEXT NOT NULL, 
	variacao TEXT NOT NULL, 
	modalidade TEXT NOT NULL, 
	extras JSON NOT NULL, 
	emissao TEXT NOT NULL, 
	especie TEXT NOT NULL, 
	aceite BOOLEAN NOT NULL, 
	juros_tipo TEXT NOT NULL, 
	juros BIGINT NOT NULL, 
	multa_tipo TEXT NOT NULL, 
	multa BIGINT NOT NULL, 
	desconto_tipo TEXT NOT NULL, 
	desconto BIGINT NOT NULL, 
	desconto_dias BIGINT NOT NULL, 
	protesto_dias BIGINT, 
	baixa_dias BIGINT, 
	nosso_numero_inicio BIGINT NOT NULL, 
	nosso_numero_fim BIGINT NOT NULL, 
	proximo_nosso_numero BIGINT NOT NULL, 
	proxima_remessa BIGINT NOT NULL, 
	instrucoes JSON NOT NULL, 
	local_pagamento TEXT NOT NULL, 
	logo TEXT NOT NULL, 
	ativo BOOLEAN NOT NULL, 
	busca TEXT NOT NULL, 
	versao INTEGER NOT NULL, 
	tipo_cobranca TEXT NOT NULL, 
	rateio TEXT NOT NULL, 
	homologacao TEXT NOT NULL, 
	homologacao_passos JSON NOT NULL, 
	pix_chave TEXT NOT NULL, 
	mensagens JSON NOT NULL, 
	CONSTRAINT fk_convenios_filial_id_filiais FOREIGN KEY(filial_id) REFERENCES filiais (id), 
	CONSTRAINT fk_convenios_conta_id_contas FOREIGN KEY(conta_id) REFERENCES contas (id), 
	CONSTRAINT fk_convenios_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT uq_convenios_empresa_id_codigo UNIQUE (empresa_id, codigo)
);
INSERT INTO "convenios" VALUES(1,1,NULL,'1','Cobrança',1,'341','400','','','','109','','','{}','cliente','DM',0,'ISENTO',0,'ISENTA',0,'SEM',0,0,NULL,NULL,1,9999999,5,2,'[]','Pagável em qualquer banco até o vencimento','',1,'1 cobranca 341',3,'registrada','vencimento','PENDENTE','{}','','[]');
CREATE TABLE convenios_debito (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	codigo TEXT NOT NULL, 
	descricao TEXT NOT NULL, 
	conta_id INTEGER NOT NULL, 
	banco TEXT NOT NULL, 
	formato TEXT NOT NULL, 
	versao_layout TEXT NOT NULL, 
	convenio TEXT NOT NULL, 
	extras JSON NOT NULL, 
	proxima_remessa BIGINT NOT NULL, 
	rateio TEXT NOT NULL, 
	teste BOOLEAN NOT NULL, 
	ativo BOOLEAN NOT NULL, 
	busca TEXT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_convenios_debito_conta_id_contas FOREIGN KEY(conta_id) REFERENCES contas (id), 
	CONSTRAINT uq_convenios_debito_empresa_id_codigo UNIQUE (empresa_id, codigo), 
	CONSTRAINT fk_convenios_debito_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id)
);
CREATE TABLE convenios_pagamento (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	codigo TEXT NOT NULL, 
	descricao TEXT NOT NULL, 
	conta_id INTEGER NOT NULL, 
	banco TEXT NOT NULL, 
	convenio TEXT NOT NULL, 
	extras JSON NOT NULL, 
	servico TEXT NOT NULL, 
	proxima_remessa BIGINT NOT NULL, 
	teste BOOLEAN NOT NULL, 
	ativo BOOLEAN NOT NULL, 
	busca TEXT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_convenios_pagamento_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT fk_convenios_pagamento_conta_id_contas FOREIGN KEY(conta_id) REFERENCES contas (id), 
	CONSTRAINT uq_convenios_pagamento_empresa_id_codigo UNIQUE (empresa_id, codigo)
);
CREATE TABLE debito_eventos (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	debito_id INTEGER, 
	consentimento_id INTEGER NOT NULL, 
	quando DATETIME NOT NULL, 
	usuario TEXT NOT NULL, 
	tipo TEXT NOT NULL, 
	texto TEXT NOT NULL, 
	importacao_id INTEGER, 
	remessa_id INTEGER, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_debito_eventos_debito_id_debitos FOREIGN KEY(debito_id) REFERENCES debitos (id), 
	CONSTRAINT fk_debito_eventos_consentimento_id_consentimentos FOREIGN KEY(consentimento_id) REFERENCES consentimentos (id), 
	CONSTRAINT fk_debito_eventos_importacao_id_importacoes FOREIGN KEY(importacao_id) REFERENCES importacoes (id), 
	CONSTRAINT fk_debito_eventos_remessa_id_debito_remessas FOREIGN KEY(remessa_id) REFERENCES debito_remessas (id), 
	CONSTRAINT fk_debito_eventos_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id)
);
CREATE TABLE debito_itens (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	debito_id INTEGER NOT NULL, 
	conta_receber_id INTEGER NOT NULL, 
	valor BIGINT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_debito_itens_debito_id_debitos FOREIGN KEY(debito_id) REFERENCES debitos (id), 
	CONSTRAINT fk_debito_itens_conta_receber_id_contas_receber FOREIGN KEY(conta_receber_id) REFERENCES contas_receber (id), 
	CONSTRAINT uq_debito_itens_debito_id_conta_receber_id UNIQUE (debito_id, conta_receber_id), 
	CONSTRAINT fk_debito_itens_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id)
);
CREATE TABLE debito_remessa_itens (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	remessa_id INTEGER NOT NULL, 
	ordem BIGINT NOT NULL, 
	debito_id INTEGER, 
	consentimento_id INTEGER NOT NULL, 
	movimento TEXT NOT NULL, 
	seu_numero TEXT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_debito_remessa_itens_remessa_id_debito_remessas FOREIGN KEY(remessa_id) REFERENCES debito_remessas (id), 
	CONSTRAINT fk_debito_remessa_itens_debito_id_debitos FOREIGN KEY(debito_id) REFERENCES debitos (id), 
	CONSTRAINT fk_debito_remessa_itens_consentimento_id_consentimentos FOREIGN KEY(consentimento_id) REFERENCES consentimentos (id), 
	CONSTRAINT uq_debito_remessa_itens_remessa_id_ordem UNIQUE (remessa_id, ordem), 
	CONSTRAINT fk_debito_remessa_itens_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id)
);
CREATE TABLE debito_remessas (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	convenio_id INTEGER NOT NULL, 
	sequencia BIGINT NOT NULL, 
	arquivo TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	gerada_em DATETIME NOT NULL, 
	usuario TEXT NOT NULL, 
	debitos BIGINT NOT NULL, 
	valor BIGINT NOT NULL, 
	situacao TEXT NOT NULL, 
	enviada_em DATE, 
	conteudo BLOB NOT NULL, 
	busca TEXT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_debito_remessas_convenio_id_convenios_debito FOREIGN KEY(convenio_id) REFERENCES convenios_debito (id), 
	CONSTRAINT uq_debito_remessas_convenio_id_sequencia UNIQUE (convenio_id, sequencia), 
	CONSTRAINT fk_debito_remessas_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id)
);
CREATE TABLE debitos (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	codigo TEXT NOT NULL, 
	convenio_id INTEGER NOT NULL, 
	consentimento_id INTEGER NOT NULL, 
	boleto_id INTEGER, 
	seu_numero TEXT NOT NULL, 
	valor BIGINT NOT NULL, 
	vencimento DATE, 
	movimento TEXT NOT NULL, 
	idboleto TEXT NOT NULL, 
	historico TEXT NOT NULL, 
	situacao TEXT NOT NULL, 
	remessa_id INTEGER, 
	valor_debitado BIGINT NOT NULL, 
	data_debito DATE, 
	data_credito DATE, 
	detalhe TEXT NOT NULL, 
	busca TEXT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_debitos_convenio_id_convenios_debito FOREIGN KEY(convenio_id) REFERENCES convenios_debito (id), 
	CONSTRAINT fk_debitos_consentimento_id_consentimentos FOREIGN KEY(consentimento_id) REFERENCES consentimentos (id), 
	CONSTRAINT fk_debitos_boleto_id_boletos FOREIGN KEY(boleto_id) REFERENCES boletos (id), 
	CONSTRAINT fk_debitos_remessa_id_debito_remessas FOREIGN KEY(remessa_id) REFERENCES debito_remessas (id), 
	CONSTRAINT uq_debitos_empresa_id_codigo UNIQUE (empresa_id, codigo), 
	CONSTRAINT uq_debitos_convenio_id_seu_numero UNIQUE (convenio_id, seu_numero), 
	CONSTRAINT fk_debitos_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id)
);
CREATE TABLE "devolucoes" (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	convenio_id INTEGER, 
	importacao_id INTEGER NOT NULL, 
	linha BIGINT NOT NULL, 
	boleto_id INTEGER, 
	data DATE, 
	valor BIGINT NOT NULL, 
	motivo TEXT NOT NULL, 
	devolvido_em DATE, 
	forma TEXT NOT NULL, 
	usuario TEXT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_devolucoes_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT fk_devolucoes_convenio_id_convenios FOREIGN KEY(convenio_id) REFERENCES convenios (id), 
	CONSTRAINT fk_devolucoes_importacao_id_importacoes FOREIGN KEY(importacao_id) REFERENCES importacoes (id), 
	CONSTRAINT fk_devolucoes_boleto_id_boletos FOREIGN KEY(boleto_id) REFERENCES boletos (id)
);
CREATE TABLE "empresas" (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	codigo TEXT NOT NULL, 
	razao_social TEXT NOT NULL, 
	nome_fantasia TEXT NOT NULL, 
	documento TEXT NOT NULL, 
	logradouro TEXT NOT NULL, 
	numero TEXT NOT NULL, 
	complemento TEXT NOT NULL, 
	bairro TEXT NOT NULL, 
	cidade TEXT NOT NULL, 
	uf TEXT NOT NULL, 
	cep TEXT NOT NULL, 
	telefone TEXT NOT NULL, 
	email TEXT NOT NULL, 
	busca TEXT NOT NULL, 
	versao INTEGER NOT NULL, 
	cor TEXT NOT NULL, 
	logo TEXT NOT NULL, 
	CONSTRAINT uq_empresas_codigo UNIQUE (codigo)
);
INSERT INTO "empresas" VALUES(1,'001','Empresa Exemplo Ltda','','11222333000181','','','','','','','','','','001 empresa exemplo ltda 11222333000181',2,'','');
CREATE TABLE envio_boletos (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	envio_id INTEGER NOT NULL, 
	boleto_id INTEGER NOT NULL, 
	chave TEXT, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_envio_boletos_envio_id_envios FOREIGN KEY(envio_id) REFERENCES envios (id), 
	CONSTRAINT fk_envio_boletos_boleto_id_boletos FOREIGN KEY(boleto_id) REFERENCES boletos (id), 
	CONSTRAINT uq_envio_boletos_envio_id_boleto_id UNIQUE (envio_id, boleto_id), 
	CONSTRAINT uq_envio_boletos_boleto_id_chave UNIQUE (boleto_id, chave), 
	CONSTRAINT fk_envio_boletos_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id)
);
CREATE TABLE envios (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	pessoa_id INTEGER NOT NULL, 
	destinatario TEXT NOT NULL, 
	assunto TEXT NOT NULL, 
	texto TEXT NOT NULL, 
	motivo TEXT NOT NULL, 
	modelo TEXT NOT NULL, 
	estado TEXT NOT NULL, 
	tentativas BIGINT NOT NULL, 
	message_id TEXT NOT NULL, 
	criado_em DATETIME NOT NULL, 
	usuario TEXT NOT NULL, 
	nao_antes DATETIME, 
	vale_ate DATE, 
	enviado_em DATETIME, 
	resposta TEXT NOT NULL, 
	detalhe TEXT NOT NULL, 
	busca TEXT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_envios_pessoa_id_pessoas FOREIGN KEY(pessoa_id) REFERENCES pessoas (id), 
	CONSTRAINT uq_envios_message_id UNIQUE (message_id), 
	CONSTRAINT fk_envios_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id)
);
CREATE TABLE eventos (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	boleto_id INTEGER NOT NULL, 
	quando DATETIME NOT NULL, 
	usuario TEXT NOT NULL, 
	tipo TEXT NOT NULL, 
	texto TEXT NOT NULL, 
	importacao_id INTEGER, 
	remessa_id INTEGER, 
	linha BIGINT, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_eventos_boleto_id_boletos FOREIGN KEY(boleto_id) REFERENCES boletos (id), 
	CONSTRAINT fk_eventos_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT fk_eventos_importacao_id_importacoes FOREIGN KEY(importacao_id) REFERENCES importacoes (id), 
	CONSTRAINT fk_eventos_remessa_id_remessas FOREIGN KEY(remessa_id) REFERENCES remessas (id)
);
INSERT INTO "eventos" VALUES(1,1,1,'2026-11-20 13:39:00.476973','Ana','emitido','Boleto 109/00000001-6 emitido.',NULL,NULL,NULL,1);
INSERT INTO "eventos" VALUES(2,1,2,'2026-11-20 13:39:00.476973','Ana','emitido','Boleto 109/00000002-4 emitido.',NULL,NULL,NULL,1);
INSERT INTO "eventos" VALUES(3,1,3,'2026-11-20 13:39:00.476973','Ana','emitido','Boleto 109/00000003-2 emitido.',NULL,NULL,NULL,1);
INSERT INTO "eventos" VALUES(4,1,4,'2026-11-20 13:39:00.476973','Ana','emitido','Boleto 109/00000004-0 emitido.',NULL,NULL,NULL,1);
INSERT INTO "eventos" VALUES(5,1,1,'2026-11-20 13:39:00.483947','Ana','na_remessa','Registrar no Itaú Unibanco: R$ 100,00, vence em 15/12/2026, pagador Cliente Exemplo Ltda. (remessa nº 1, CB201101.REM)',NULL,1,NULL,1);
INSERT INTO "eventos" VALUES(6,1,2,'2026-11-20 13:39:00.483947','Ana','na_remessa','Registrar no Itaú Unibanco: R$ 200,00, vence em 15/12/2026, pagador Cliente Exemplo Ltda. (remessa nº 1, CB201101.REM)',NULL,1,NULL,1);
INSERT INTO "eventos" VALUES(7,1,3,'2026-11-20 13:39:00.483947','Ana','na_remessa','Registrar no Itaú Unibanco: R$ 300,00, vence em 15/12/2026, pagador Cliente Exemplo Ltda. (remessa nº 1, CB201101.REM)',NULL,1,NULL,1);
INSERT INTO "eventos" VALUES(8,1,4,'2026-11-20 13:39:00.483947','Ana','na_remessa','Registrar no Itaú Unibanco: R$ 400,00, vence em 15/12/2026, pagador Cliente Exemplo Ltda. (remessa nº 1, CB201101.REM)',NULL,1,NULL,1);
INSERT INTO "eventos" VALUES(9,1,1,'2026-11-20 13:39:00.599462','Ana','confirmado','Passa a registrado no banco. (02 Entrada confirmada; CB231101.RET, linha 2)',1,NULL,2,1);
INSERT INTO "eventos" VALUES(10,1,2,'2026-11-20 13:39:00.599462','Ana','confirmado','Passa a registrado no banco. (02 Entrada confirmada; CB231101.RET, linha 3)',1,NULL,3,1);
INSERT INTO "eventos" VALUES(11,1,3,'2026-11-20 13:39:00.599462','Ana','confirmado','Passa a registrado no banco. (02 Entrada confirmada; CB231101.RET, linha 4)',1,NULL,4,1);
INSERT INTO "eventos" VALUES(12,1,4,'2026-11-20 13:39:00.599462','Ana','confirmado','Passa a registrado no banco. (02 Entrada confirmada; CB231101.RET, linha 5)',1,NULL,5,1);
INSERT INTO "eventos" VALUES(13,1,1,'2026-11-20 13:39:00.611298','Ana','liquidado','Baixa de R$ 100,00. (06 Liquidação normal; CB151201.RET, linha 2)',2,NULL,2,1);
INSERT INTO "eventos" VALUES(14,1,2,'2026-11-20 13:39:00.611298','Ana','liquidado','Baixa de R$ 200,00. (06 Liquidação normal; CB151201.RET, linha 3)',2,NULL,3,1);
INSERT INTO "eventos" VALUES(15,1,3,'2026-11-20 13:39:00.611298','Ana','liquidado','Baixa de R$ 300,00. (06 Liquidação normal; CB151201.RET, linha 4)',2,NULL,4,1);
CREATE TABLE eventos_contabeis (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	codigo TEXT NOT NULL, 
	nome TEXT NOT NULL, 
	contas JSON NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT uq_eventos_contabeis_empresa_id_codigo UNIQUE (empresa_id, codigo), 
	CONSTRAINT fk_eventos_contabeis_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id)
);
CREATE TABLE eventos_pagar (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	conta_pagar_id INTEGER NOT NULL, 
	quando DATETIME NOT NULL, 
	usuario TEXT NOT NULL, 
	tipo TEXT NOT NULL, 
	texto TEXT NOT NULL, 
	remessa_id INTEGER, 
	importacao_id INTEGER, 
	linha BIGINT, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_eventos_pagar_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT fk_eventos_pagar_conta_pagar_id_contas_pagar FOREIGN KEY(conta_pagar_id) REFERENCES contas_pagar (id), 
	CONSTRAINT fk_eventos_pagar_remessa_id_remessas_pagamento FOREIGN KEY(remessa_id) REFERENCES remessas_pagamento (id), 
	CONSTRAINT fk_eventos_pagar_importacao_id_importacoes_pagamento FOREIGN KEY(importacao_id) REFERENCES importacoes_pagamento (id)
);
CREATE TABLE extrato_contas (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	banco TEXT NOT NULL, 
	agencia TEXT NOT NULL, 
	conta TEXT NOT NULL, 
	conta_id INTEGER NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_extrato_contas_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT fk_extrato_contas_conta_id_contas FOREIGN KEY(conta_id) REFERENCES contas (id), 
	CONSTRAINT uq_extrato_contas_empresa_id_banco_agencia_conta UNIQUE (empresa_id, banco, agencia, conta)
);
CREATE TABLE extrato_linhas (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	extrato_id INTEGER NOT NULL, 
	conta_id INTEGER NOT NULL, 
	linha BIGINT NOT NULL, 
	natureza TEXT NOT NULL, 
	data DATE, 
	valor BIGINT, 
	texto TEXT NOT NULL, 
	documento TEXT NOT NULL, 
	fitid TEXT NOT NULL, 
	tipo TEXT NOT NULL, 
	contraparte TEXT NOT NULL, 
	chave TEXT NOT NULL, 
	ordinal BIGINT, 
	situacao TEXT NOT NULL, 
	motivo TEXT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_extrato_linhas_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT fk_extrato_linhas_extrato_id_extratos FOREIGN KEY(extrato_id) REFERENCES extratos (id), 
	CONSTRAINT fk_extrato_linhas_conta_id_contas FOREIGN KEY(conta_id) REFERENCES contas (id), 
	CONSTRAINT uq_extrato_linhas_conta_id_data_valor_chave_ordinal UNIQUE (conta_id, data, valor, chave, ordinal)
);
CREATE TABLE extratos (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	conta_id INTEGER NOT NULL, 
	codigo TEXT NOT NULL, 
	arquivo TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	formato TEXT NOT NULL, 
	importado_em DATETIME NOT NULL, 
	usuario TEXT NOT NULL, 
	inicio DATE, 
	fim DATE, 
	saldo BIGINT, 
	saldo_data DATE, 
	novos BIGINT NOT NULL, 
	ja_importados BIGINT NOT NULL, 
	saldos BIGINT NOT NULL, 
	previstos BIGINT NOT NULL, 
	quarentena BIGINT NOT NULL, 
	situacao TEXT NOT NULL, 
	busca TEXT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_extratos_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT fk_extratos_conta_id_contas FOREIGN KEY(conta_id) REFERENCES contas (id), 
	CONSTRAINT uq_extratos_empresa_id_codigo UNIQUE (empresa_id, codigo)
);
CREATE TABLE fechamentos (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	conta_id INTEGER NOT NULL, 
	ate DATE NOT NULL, 
	quando DATETIME NOT NULL, 
	usuario TEXT NOT NULL, 
	reaberto_em DATETIME, 
	reaberto_por TEXT NOT NULL, 
	motivo TEXT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_fechamentos_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT fk_fechamentos_conta_id_contas FOREIGN KEY(conta_id) REFERENCES contas (id)
);
CREATE TABLE fechamentos_contabeis (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	ate DATE NOT NULL, 
	quando DATETIME NOT NULL, 
	usuario TEXT NOT NULL, 
	reaberto_em DATETIME, 
	reaberto_por TEXT NOT NULL, 
	motivo TEXT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_fechamentos_contabeis_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id)
);
CREATE TABLE filiais (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	codigo TEXT NOT NULL, 
	nome TEXT NOT NULL, 
	documento TEXT NOT NULL, 
	busca TEXT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_filiais_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT uq_filiais_empresa_id_codigo UNIQUE (empresa_id, codigo)
);
INSERT INTO "filiais" VALUES(1,1,'001','Matriz','','001 matriz',1);
CREATE TABLE historicos (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	codigo TEXT NOT NULL, 
	texto TEXT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT uq_historicos_empresa_id_codigo UNIQUE (empresa_id, codigo), 
	CONSTRAINT fk_historicos_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id)
);
CREATE TABLE "importacao_linhas" (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	convenio_id INTEGER, 
	importacao_id INTEGER NOT NULL, 
	linha BIGINT NOT NULL, 
	identidade TEXT, 
	tab TEXT NOT NULL, 
	boleto_id INTEGER, 
	efeito TEXT NOT NULL, 
	codigo TEXT NOT NULL, 
	texto TEXT NOT NULL, 
	valor_pago BIGINT, 
	tarifa BIGINT, 
	raw TEXT NOT NULL, 
	versao INTEGER NOT NULL, 
	convenio_debito_id INTEGER, 
	debito_id INTEGER, 
	CONSTRAINT uq_importacao_linhas_convenio_id_identidade UNIQUE (convenio_id, identidade), 
	CONSTRAINT fk_importacao_linhas_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT fk_importacao_linhas_boleto_id_boletos FOREIGN KEY(boleto_id) REFERENCES boletos (id), 
	CONSTRAINT fk_importacao_linhas_convenio_id_convenios FOREIGN KEY(convenio_id) REFERENCES convenios (id), 
	CONSTRAINT fk_importacao_linhas_importacao_id_importacoes FOREIGN KEY(importacao_id) REFERENCES importacoes (id), 
	CONSTRAINT fk_importacao_linhas_convenio_debito_id_convenios_debito FOREIGN KEY(convenio_debito_id) REFERENCES convenios_debito (id), 
	CONSTRAINT fk_importacao_linhas_debito_id_debitos FOREIGN KEY(debito_id) REFERENCES debitos (id), 
	CONSTRAINT uq_importacao_linhas_convenio_debito_id_identidade UNIQUE (convenio_debito_id, identidade)
);
INSERT INTO "importacao_linhas" VALUES(1,1,1,1,2,'00000001|02|2026-11-23||0|1','confirmacoes',1,'Passa a registrado no banco.','02','Entrada confirmada',0,0,'10211222333000181005700123457        1                        00000001            109000000000             I02231126NF1       00000000            151226000000001000000000000010000000000000                          000000000000000000000000000000000000000000000000000000000000000000000000000000   0000000000      0000000000000CLIENTE EXEMPLO LTDA                                                  000002',1,NULL,NULL);
INSERT INTO "importacao_linhas" VALUES(2,1,1,1,3,'00000002|02|2026-11-23||0|1','confirmacoes',2,'Passa a registrado no banco.','02','Entrada confirmada',0,0,'10211222333000181005700123457        2                        00000002            109000000000             I02231126NF2       00000000            151226000000002000000000000010000000000000                          000000000000000000000000000000000000000000000000000000000000000000000000000000   0000000000      0000000000000CLIENTE EXEMPLO LTDA                                                  000003',1,NULL,NULL);
INSERT INTO "importacao_linhas" VALUES(3,1,1,1,4,'00000003|02|2026-11-23||0|1','confirmacoes',3,'Passa a registrado no banco.','02','Entrada confirmada',0,0,'10211222333000181005700123457        3                        00000003            109000000000             I02231126NF3       00000000            151226000000003000000000000010000000000000                          000000000000000000000000000000000000000000000000000000000000000000000000000000   0000000000      0000000000000CLIENTE EXEMPLO LTDA                                                  000004',1,NULL,NULL);
INSERT INTO "importacao_linhas" VALUES(4,1,1,1,5,'00000004|02|2026-11-23||0|1','confirmacoes',4,'Passa a registrado no banco.','02','Entrada confirmada',0,0,'10211222333000181005700123457        4                        00000004            109000000000             I02231126NF4       00000000            151226000000004000000000000010000000000000                          000000000000000000000000000000000000000000000000000000000000000000000000000000   0000000000      0000000000000CLIENTE EXEMPLO LTDA                                                  000005',1,NULL,NULL);
INSERT INTO "importacao_linhas" VALUES(5,1,1,2,2,'00000001|06|2026-12-15|2026-12-16|10000|1','baixas',1,'Baixa de R$ 100,00.','06','Liquidação normal',10000,0,'10211222333000181005700123457        1                        00000001            109000000000             I06151226NF1       00000000            151226000000001000000000000010000000000000                          000000000000000000000000000000000000000000000001000000000000000000000000000000   1612260000      0000000000000CLIENTE EXEMPLO LTDA                                                  000002',1,NULL,NULL);
INSERT INTO "importacao_linhas" VALUES(6,1,1,2,3,'00000002|06|2026-12-15|2026-12-16|20000|1','baixas',2,'Baixa de R$ 200,00.','06','Liquidação normal',20000,0,'10211222333000181005700123457        2                        00000002            109000000000             I06151226NF2       00000000            151226000000002000000000000010000000000000                          000000000000000000000000000000000000000000000002000000000000000000000000000000   1612260000      0000000000000CLIENTE EXEMPLO LTDA                                                  000003',1,NULL,NULL);
INSERT INTO "importacao_linhas" VALUES(7,1,1,2,4,'00000003|06|2026-12-15|2026-12-16|30000|1','baixas',3,'Baixa de R$ 300,00.','06','Liquidação normal',30000,0,'10211222333000181005700123457        3                        00000003            109000000000             I06151226NF3       00000000            151226000000003000000000000010000000000000                          000000000000000000000000000000000000000000000003000000000000000000000000000000   1612260000      0000000000000CLIENTE EXEMPLO LTDA                                                  000004',1,NULL,NULL);
CREATE TABLE "importacao_mudancas" (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	importacao_id INTEGER, 
	tabela TEXT NOT NULL, 
	registro_id BIGINT NOT NULL, 
	antes JSON NOT NULL, 
	versao INTEGER NOT NULL, 
	operacao_id INTEGER, 
	CONSTRAINT fk_importacao_mudancas_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT fk_importacao_mudancas_importacao_id_importacoes FOREIGN KEY(importacao_id) REFERENCES importacoes (id), 
	CONSTRAINT fk_importacao_mudancas_operacao_id_operacoes FOREIGN KEY(operacao_id) REFERENCES operacoes (id)
);
INSERT INTO "importacao_mudancas" VALUES(1,1,1,'boletos',1,'{"no_banco": "NA_REMESSA", "no_banco_detalhe": "n\u00ba 1", "versao": 2}',1,NULL);
INSERT INTO "importacao_mudancas" VALUES(2,1,1,'boletos',2,'{"no_banco": "NA_REMESSA", "no_banco_detalhe": "n\u00ba 1", "versao": 2}',1,NULL);
INSERT INTO "importacao_mudancas" VALUES(3,1,1,'boletos',3,'{"no_banco": "NA_REMESSA", "no_banco_detalhe": "n\u00ba 1", "versao": 2}',1,NULL);
INSERT INTO "importacao_mudancas" VALUES(4,1,1,'boletos',4,'{"no_banco": "NA_REMESSA", "no_banco_detalhe": "n\u00ba 1", "versao": 2}',1,NULL);
INSERT INTO "importacao_mudancas" VALUES(5,1,2,'boletos',1,'{"situacao": "EM_ABERTO", "no_banco": "REGISTRADO", "no_banco_detalhe": "", "valor_pago": 0, "data_pagamento": null, "data_credito": null, "versao": 3}',1,NULL);
INSERT INTO "importacao_mudancas" VALUES(6,1,2,'boletos',2,'{"situacao": "EM_ABERTO", "no_banco": "REGISTRADO", "no_banco_detalhe": "", "valor_pago": 0, "data_pagamento": null, "data_credito": null, "versao": 3}',1,NULL);
INSERT INTO "importacao_mudancas" VALUES(7,1,2,'boletos',3,'{"situacao": "EM_ABERTO", "no_banco": "REGISTRADO", "no_banco_detalhe": "", "valor_pago": 0, "data_pagamento": null, "data_credito": null, "versao": 3}',1,NULL);
INSERT INTO "importacao_mudancas" VALUES(8,1,2,'contas_receber',1,'{"valor_baixado": 0, "situacao": "EM_ABERTO", "versao": 2}',1,NULL);
INSERT INTO "importacao_mudancas" VALUES(9,1,2,'contas_receber',2,'{"valor_baixado": 0, "situacao": "EM_ABERTO", "versao": 2}',1,NULL);
INSERT INTO "importacao_mudancas" VALUES(10,1,2,'contas_receber',3,'{"valor_baixado": 0, "situacao": "EM_ABERTO", "versao": 2}',1,NULL);
CREATE TABLE importacao_pagamento_linhas (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	importacao_id INTEGER NOT NULL, 
	convenio_id INTEGER, 
	linha BIGINT NOT NULL, 
	identidade TEXT, 
	tab TEXT NOT NULL, 
	conta_pagar_id INTEGER, 
	pagamento_id INTEGER, 
	efeito TEXT NOT NULL, 
	codigo TEXT NOT NULL, 
	texto TEXT NOT NULL, 
	valor BIGINT, 
	raw TEXT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_importacao_pagamento_linhas_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT fk_importacao_pagamento_linhas_importacao_id_importacoes_pagame FOREIGN KEY(importacao_id) REFERENCES importacoes_pagamento (id), 
	CONSTRAINT fk_importacao_pagamento_linhas_convenio_id_convenios_pagamento FOREIGN KEY(convenio_id) REFERENCES convenios_pagamento (id), 
	CONSTRAINT fk_importacao_pagamento_linhas_conta_pagar_id_contas_pagar FOREIGN KEY(conta_pagar_id) REFERENCES contas_pagar (id), 
	CONSTRAINT fk_importacao_pagamento_linhas_pagamento_id_pagamentos FOREIGN KEY(pagamento_id) REFERENCES pagamentos (id), 
	CONSTRAINT uq_importacao_pagamento_linhas_convenio_id_identidade UNIQUE (convenio_id, identidade)
);
CREATE TABLE importacao_pagamento_mudancas (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	importacao_id INTEGER NOT NULL, 
	tabela TEXT NOT NULL, 
	registro_id BIGINT NOT NULL, 
	antes JSON NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_importacao_pagamento_mudancas_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT fk_importacao_pagamento_mudancas_importacao_id_importacoes_paga FOREIGN KEY(importacao_id) REFERENCES importacoes_pagamento (id)
);
CREATE TABLE "importacoes" (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	convenio_id INTEGER, 
	codigo TEXT NOT NULL, 
	numero BIGINT, 
	tipo TEXT NOT NULL, 
	data_emissao DATE, 
	importada_em DATETIME NOT NULL, 
	usuario TEXT NOT NULL, 
	arquivo TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	registros BIGINT NOT NULL, 
	baixas BIGINT NOT NULL, 
	confirmacoes BIGINT NOT NULL, 
	rejeicoes BIGINT NOT NULL, 
	tarifas BIGINT NOT NULL, 
	nao_localizados BIGINT NOT NULL, 
	a_devolver BIGINT NOT NULL, 
	conferir BIGINT NOT NULL, 
	ja_processados BIGINT NOT NULL, 
	ignorados BIGINT NOT NULL, 
	situacao TEXT NOT NULL, 
	busca TEXT NOT NULL, 
	versao INTEGER NOT NULL, 
	convenio_debito_id INTEGER, 
	CONSTRAINT fk_importacoes_convenio_id_convenios FOREIGN KEY(convenio_id) REFERENCES convenios (id), 
	CONSTRAINT uq_importacoes_empresa_id_codigo UNIQUE (empresa_id, codigo), 
	CONSTRAINT fk_importacoes_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT fk_importacoes_convenio_debito_id_convenios_debito FOREIGN KEY(convenio_debito_id) REFERENCES convenios_debito (id)
);
INSERT INTO "importacoes" VALUES(1,1,1,'000001',25180,'Retorno CNAB 400','2026-11-23','2026-11-20 13:39:00.599462','Ana','CB231101.RET','93ab0799d33c51929fc34c0bbb4200406fb6efc82b8bc18e7f079765d1edb985',4,0,4,0,0,0,0,0,0,0,'IMPORTADA','000001 cb231101.ret ana retorno cnab 400',1,NULL);
INSERT INTO "importacoes" VALUES(2,1,1,'000002',25400,'Retorno CNAB 400','2026-12-15','2026-11-20 13:39:00.611298','Ana','CB151201.RET','f4eebabab4f79812254ca16ab9319eb666f902a2c2d89c93eea19a73ac156090',3,3,0,0,0,0,0,0,0,0,'IMPORTADA','000002 cb151201.ret ana retorno cnab 400',1,NULL);
CREATE TABLE importacoes_pagamento (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	convenio_id INTEGER, 
	codigo TEXT NOT NULL, 
	numero BIGINT, 
	tipo TEXT NOT NULL, 
	data_emissao DATE, 
	importada_em DATETIME NOT NULL, 
	usuario TEXT NOT NULL, 
	arquivo TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	registros BIGINT NOT NULL, 
	contagens JSON NOT NULL, 
	situacao TEXT NOT NULL, 
	busca TEXT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_importacoes_pagamento_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT fk_importacoes_pagamento_convenio_id_convenios_pagamento FOREIGN KEY(convenio_id) REFERENCES convenios_pagamento (id), 
	CONSTRAINT uq_importacoes_pagamento_empresa_id_codigo UNIQUE (empresa_id, codigo)
);
CREATE TABLE layouts_bancarios (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	codigo TEXT NOT NULL, 
	banco TEXT NOT NULL, 
	processo TEXT NOT NULL, 
	formato TEXT NOT NULL, 
	versao_layout TEXT NOT NULL, 
	generico BOOLEAN NOT NULL, 
	ativo BOOLEAN NOT NULL, 
	observacao TEXT NOT NULL, 
	busca TEXT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT uq_layouts_bancarios_empresa_id_codigo UNIQUE (empresa_id, codigo), 
	CONSTRAINT uq_layouts_bancarios_empresa_id_banco_processo_formato UNIQUE (empresa_id, banco, processo, formato), 
	CONSTRAINT fk_layouts_bancarios_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id)
);
CREATE TABLE lotes_contabeis (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	codigo TEXT NOT NULL, 
	processo TEXT NOT NULL, 
	texto TEXT NOT NULL, 
	origem_tabela TEXT NOT NULL, 
	origem_id BIGINT NOT NULL, 
	inicio DATE NOT NULL, 
	fim DATE NOT NULL, 
	lancamentos BIGINT NOT NULL, 
	valor BIGINT NOT NULL, 
	quando DATETIME NOT NULL, 
	usuario TEXT NOT NULL, 
	situacao TEXT NOT NULL, 
	fechado_em DATETIME, 
	fechado_por TEXT NOT NULL, 
	estorno_de_id INTEGER, 
	busca TEXT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_lotes_contabeis_estorno_de_id_lotes_contabeis FOREIGN KEY(estorno_de_id) REFERENCES lotes_contabeis (id), 
	CONSTRAINT uq_lotes_contabeis_empresa_id_codigo UNIQUE (empresa_id, codigo), 
	CONSTRAINT fk_lotes_contabeis_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id)
);
CREATE TABLE modelos_email (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	nome TEXT NOT NULL, 
	assunto TEXT NOT NULL, 
	texto TEXT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT uq_modelos_email_empresa_id_nome UNIQUE (empresa_id, nome), 
	CONSTRAINT fk_modelos_email_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id)
);
CREATE TABLE modelos_planilha (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	tipo TEXT NOT NULL, 
	impressao TEXT NOT NULL, 
	conta_id INTEGER, 
	campos JSON NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_modelos_planilha_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT fk_modelos_planilha_conta_id_contas FOREIGN KEY(conta_id) REFERENCES contas (id)
);
CREATE TABLE movimentos_caixa (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	lote_id INTEGER NOT NULL, 
	lancamento BIGINT NOT NULL, 
	conta_id INTEGER NOT NULL, 
	data DATE NOT NULL, 
	valor BIGINT NOT NULL, 
	historico TEXT NOT NULL, 
	documento TEXT NOT NULL, 
	item_tabela TEXT NOT NULL, 
	item_id BIGINT, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_movimentos_caixa_lote_id_lotes_contabeis FOREIGN KEY(lote_id) REFERENCES lotes_contabeis (id), 
	CONSTRAINT fk_movimentos_caixa_conta_id_contas FOREIGN KEY(conta_id) REFERENCES contas (id), 
	CONSTRAINT uq_movimentos_caixa_lote_id_lancamento UNIQUE (lote_id, lancamento), 
	CONSTRAINT fk_movimentos_caixa_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id)
);
CREATE TABLE operacoes (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	tipo TEXT NOT NULL, 
	texto TEXT NOT NULL, 
	quando DATETIME NOT NULL, 
	usuario TEXT NOT NULL, 
	situacao TEXT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_operacoes_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id)
);
CREATE TABLE padroes_contabeis (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	processo TEXT NOT NULL, 
	evento_id INTEGER NOT NULL, 
	historico_id INTEGER NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_padroes_contabeis_evento_id_eventos_contabeis FOREIGN KEY(evento_id) REFERENCES eventos_contabeis (id), 
	CONSTRAINT fk_padroes_contabeis_historico_id_historicos FOREIGN KEY(historico_id) REFERENCES historicos (id), 
	CONSTRAINT uq_padroes_contabeis_empresa_id_processo UNIQUE (empresa_id, processo), 
	CONSTRAINT fk_padroes_contabeis_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id)
);
CREATE TABLE pagamentos (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	remessa_id INTEGER NOT NULL, 
	convenio_id INTEGER NOT NULL, 
	conta_pagar_id INTEGER NOT NULL, 
	viva_conta_id INTEGER, 
	ordem BIGINT NOT NULL, 
	seu_numero TEXT NOT NULL, 
	forma TEXT NOT NULL, 
	favorecido TEXT NOT NULL, 
	documento TEXT NOT NULL, 
	destino TEXT NOT NULL, 
	data_pagamento DATE NOT NULL, 
	valor BIGINT NOT NULL, 
	situacao TEXT NOT NULL, 
	ocorrencia TEXT NOT NULL, 
	ocorrencia_texto TEXT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_pagamentos_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT fk_pagamentos_remessa_id_remessas_pagamento FOREIGN KEY(remessa_id) REFERENCES remessas_pagamento (id), 
	CONSTRAINT fk_pagamentos_convenio_id_convenios_pagamento FOREIGN KEY(convenio_id) REFERENCES convenios_pagamento (id), 
	CONSTRAINT fk_pagamentos_conta_pagar_id_contas_pagar FOREIGN KEY(conta_pagar_id) REFERENCES contas_pagar (id), 
	CONSTRAINT fk_pagamentos_viva_conta_id_contas_pagar FOREIGN KEY(viva_conta_id) REFERENCES contas_pagar (id), 
	CONSTRAINT uq_pagamentos_convenio_id_seu_numero UNIQUE (convenio_id, seu_numero), 
	CONSTRAINT uq_pagamentos_remessa_id_ordem UNIQUE (remessa_id, ordem), 
	CONSTRAINT uq_pagamentos_viva_conta_id UNIQUE (viva_conta_id)
);
CREATE TABLE partidas (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	lote_id INTEGER NOT NULL, 
	lancamento BIGINT NOT NULL, 
	data DATE NOT NULL, 
	conta_contabil_id INTEGER NOT NULL, 
	filial_id INTEGER, 
	valor BIGINT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_partidas_lote_id_lotes_contabeis FOREIGN KEY(lote_id) REFERENCES lotes_contabeis (id), 
	CONSTRAINT fk_partidas_conta_contabil_id_plano_contas FOREIGN KEY(conta_contabil_id) REFERENCES plano_contas (id), 
	CONSTRAINT fk_partidas_filial_id_filiais FOREIGN KEY(filial_id) REFERENCES filiais (id), 
	CONSTRAINT fk_partidas_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id)
);
CREATE TABLE pessoa_chaves_pix (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	pessoa_id INTEGER NOT NULL, 
	codigo TEXT NOT NULL, 
	tipo TEXT NOT NULL, 
	chave TEXT NOT NULL, 
	principal BOOLEAN NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_pessoa_chaves_pix_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT fk_pessoa_chaves_pix_pessoa_id_pessoas FOREIGN KEY(pessoa_id) REFERENCES pessoas (id), 
	CONSTRAINT uq_pessoa_chaves_pix_empresa_id_codigo UNIQUE (empresa_id, codigo), 
	CONSTRAINT uq_pessoa_chaves_pix_pessoa_id_chave UNIQUE (pessoa_id, chave)
);
CREATE TABLE pessoa_contas (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	pessoa_id INTEGER NOT NULL, 
	codigo TEXT NOT NULL, 
	banco TEXT NOT NULL, 
	agencia TEXT NOT NULL, 
	agencia_dv TEXT NOT NULL, 
	conta TEXT NOT NULL, 
	conta_dv TEXT NOT NULL, 
	ispb TEXT NOT NULL, 
	tipo TEXT NOT NULL, 
	principal BOOLEAN NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_pessoa_contas_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT fk_pessoa_contas_pessoa_id_pessoas FOREIGN KEY(pessoa_id) REFERENCES pessoas (id), 
	CONSTRAINT uq_pessoa_contas_empresa_id_codigo UNIQUE (empresa_id, codigo)
);
CREATE TABLE pessoas (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	codigo TEXT NOT NULL, 
	nome TEXT NOT NULL, 
	documento TEXT NOT NULL, 
	logradouro TEXT NOT NULL, 
	numero TEXT NOT NULL, 
	complemento TEXT NOT NULL, 
	bairro TEXT NOT NULL, 
	cidade TEXT NOT NULL, 
	uf TEXT NOT NULL, 
	cep TEXT NOT NULL, 
	email TEXT NOT NULL, 
	telefone TEXT NOT NULL, 
	nome_ordem TEXT NOT NULL, 
	busca TEXT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_pessoas_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT uq_pessoas_empresa_id_codigo UNIQUE (empresa_id, codigo)
);
INSERT INTO "pessoas" VALUES(1,1,'1','Cliente Exemplo Ltda','52998224725','Rua das Flores','10','','','Curitiba','PR','80010000','','','cliente exemplo ltda','1 cliente exemplo ltda 52998224725',1);
CREATE TABLE plano_contas (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	codigo TEXT NOT NULL, 
	reduzido TEXT NOT NULL, 
	nome TEXT NOT NULL, 
	natureza TEXT NOT NULL, 
	analitica BOOLEAN NOT NULL, 
	ativa BOOLEAN NOT NULL, 
	busca TEXT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT uq_plano_contas_empresa_id_codigo UNIQUE (empresa_id, codigo), 
	CONSTRAINT fk_plano_contas_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id)
);
CREATE TABLE regras (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	conta_id INTEGER, 
	ordem BIGINT NOT NULL, 
	contem TEXT NOT NULL, 
	sinal TEXT NOT NULL, 
	acao TEXT NOT NULL, 
	categoria TEXT NOT NULL, 
	ativa BOOLEAN NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_regras_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT fk_regras_conta_id_contas FOREIGN KEY(conta_id) REFERENCES contas (id)
);
CREATE TABLE regua_excecoes (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	pessoa_id INTEGER NOT NULL, 
	dias JSON NOT NULL, 
	motivo TEXT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_regua_excecoes_pessoa_id_pessoas FOREIGN KEY(pessoa_id) REFERENCES pessoas (id), 
	CONSTRAINT uq_regua_excecoes_pessoa_id UNIQUE (pessoa_id), 
	CONSTRAINT fk_regua_excecoes_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id)
);
CREATE TABLE reguas (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	passos JSON NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT uq_reguas_empresa_id UNIQUE (empresa_id), 
	CONSTRAINT fk_reguas_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id)
);
CREATE TABLE remessa_arquivos (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	remessa_id INTEGER NOT NULL, 
	conteudo BLOB NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_remessa_arquivos_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT fk_remessa_arquivos_remessa_id_remessas FOREIGN KEY(remessa_id) REFERENCES remessas (id), 
	CONSTRAINT uq_remessa_arquivos_remessa_id UNIQUE (remessa_id)
);
INSERT INTO "remessa_arquivos" VALUES(1,1,1,X'303152454D455353413031434F4252414E4341202020202020203030353730303132333435372020202020202020454D5052455341204558454D504C4F204C5444412020202020202020202033343142414E434F204954415520534120203230313132362020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020203030303030310D0A31303231313232323333333030303138313030353730303132333435372020202030303030312020202020202020202020202020202020202020202020203030303030303031303030303030303030303030303130392020202020202020202020202020202020202020204930314E46312020202020202031353132323630303030303030303130303030333431303030303030314E323031313236303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030313030303532393938323234373235434C49454E5445204558454D504C4F204C54444120202020202020202020202020202020202020205255412044415320464C4F524553203130202020202020202020202020202020202020202020202020202020202020202020202038303031303030304355524954494241202020202020205052202020202020202020202020202020202020202020202020202020202020202020203030303030303030203030303030320D0A31303231313232323333333030303138313030353730303132333435372020202030303030322020202020202020202020202020202020202020202020203030303030303032303030303030303030303030303130392020202020202020202020202020202020202020204930314E46322020202020202031353132323630303030303030303230303030333431303030303030314E323031313236303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030313030303532393938323234373235434C49454E5445204558454D504C4F204C54444120202020202020202020202020202020202020205255412044415320464C4F524553203130202020202020202020202020202020202020202020202020202020202020202020202038303031303030304355524954494241202020202020205052202020202020202020202020202020202020202020202020202020202020202020203030303030303030203030303030330D0A31303231313232323333333030303138313030353730303132333435372020202030303030332020202020202020202020202020202020202020202020203030303030303033303030303030303030303030303130392020202020202020202020202020202020202020204930314E46332020202020202031353132323630303030303030303330303030333431303030303030314E323031313236303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030313030303532393938323234373235434C49454E5445204558454D504C4F204C54444120202020202020202020202020202020202020205255412044415320464C4F524553203130202020202020202020202020202020202020202020202020202020202020202020202038303031303030304355524954494241202020202020205052202020202020202020202020202020202020202020202020202020202020202020203030303030303030203030303030340D0A31303231313232323333333030303138313030353730303132333435372020202030303030342020202020202020202020202020202020202020202020203030303030303034303030303030303030303030303130392020202020202020202020202020202020202020204930314E46342020202020202031353132323630303030303030303430303030333431303030303030314E323031313236303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030313030303532393938323234373235434C49454E5445204558454D504C4F204C54444120202020202020202020202020202020202020205255412044415320464C4F524553203130202020202020202020202020202020202020202020202020202020202020202020202038303031303030304355524954494241202020202020205052202020202020202020202020202020202020202020202020202020202020202020203030303030303030203030303030350D0A392020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020203030303030360D0A',1);
CREATE TABLE remessa_itens (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	remessa_id INTEGER NOT NULL, 
	boleto_id INTEGER NOT NULL, 
	ordem BIGINT NOT NULL, 
	comando TEXT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_remessa_itens_boleto_id_boletos FOREIGN KEY(boleto_id) REFERENCES boletos (id), 
	CONSTRAINT fk_remessa_itens_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT fk_remessa_itens_remessa_id_remessas FOREIGN KEY(remessa_id) REFERENCES remessas (id), 
	CONSTRAINT uq_remessa_itens_remessa_id_ordem UNIQUE (remessa_id, ordem)
);
INSERT INTO "remessa_itens" VALUES(1,1,1,1,1,'01',1);
INSERT INTO "remessa_itens" VALUES(2,1,1,2,2,'01',1);
INSERT INTO "remessa_itens" VALUES(3,1,1,3,3,'01',1);
INSERT INTO "remessa_itens" VALUES(4,1,1,4,4,'01',1);
CREATE TABLE remessa_pagamento_arquivos (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	remessa_id INTEGER NOT NULL, 
	conteudo BLOB NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_remessa_pagamento_arquivos_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT fk_remessa_pagamento_arquivos_remessa_id_remessas_pagamento FOREIGN KEY(remessa_id) REFERENCES remessas_pagamento (id), 
	CONSTRAINT uq_remessa_pagamento_arquivos_remessa_id UNIQUE (remessa_id)
);
CREATE TABLE remessas (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	convenio_id INTEGER NOT NULL, 
	sequencia BIGINT NOT NULL, 
	arquivo TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	gerada_em DATETIME NOT NULL, 
	usuario TEXT NOT NULL, 
	titulos BIGINT NOT NULL, 
	valor BIGINT NOT NULL, 
	situacao TEXT NOT NULL, 
	enviada_em DATE, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_remessas_convenio_id_convenios FOREIGN KEY(convenio_id) REFERENCES convenios (id), 
	CONSTRAINT fk_remessas_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT uq_remessas_convenio_id_sequencia UNIQUE (convenio_id, sequencia)
);
INSERT INTO "remessas" VALUES(1,1,1,1,'CB201101.REM','aaf332f062ccf1bfa5576ca638fe96630e97d2fa635f79b627ca0ead6576a49f','2026-11-20 13:39:00.483947','Ana',4,100000,'GERADA',NULL,1);
CREATE TABLE remessas_pagamento (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	convenio_id INTEGER NOT NULL, 
	sequencia BIGINT NOT NULL, 
	arquivo TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	gerada_em DATETIME NOT NULL, 
	usuario TEXT NOT NULL, 
	pagamentos BIGINT NOT NULL, 
	valor BIGINT NOT NULL, 
	situacao TEXT NOT NULL, 
	enviada_em DATE, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_remessas_pagamento_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT fk_remessas_pagamento_convenio_id_convenios_pagamento FOREIGN KEY(convenio_id) REFERENCES convenios_pagamento (id), 
	CONSTRAINT uq_remessas_pagamento_convenio_id_sequencia UNIQUE (convenio_id, sequencia)
);
CREATE TABLE sequencias (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	nome TEXT NOT NULL, 
	valor BIGINT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_sequencias_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT uq_sequencias_empresa_id_nome UNIQUE (empresa_id, nome)
);
INSERT INTO "sequencias" VALUES(1,1,'importacoes',2,2);
CREATE TABLE tarifas (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	convenio_id INTEGER NOT NULL, 
	boleto_id INTEGER, 
	importacao_id INTEGER, 
	linha BIGINT, 
	data DATE NOT NULL, 
	valor BIGINT NOT NULL, 
	texto TEXT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_tarifas_boleto_id_boletos FOREIGN KEY(boleto_id) REFERENCES boletos (id), 
	CONSTRAINT fk_tarifas_convenio_id_convenios FOREIGN KEY(convenio_id) REFERENCES convenios (id), 
	CONSTRAINT fk_tarifas_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT fk_tarifas_importacao_id_importacoes FOREIGN KEY(importacao_id) REFERENCES importacoes (id)
);
CREATE TABLE vinculos (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	empresa_id INTEGER NOT NULL, 
	operacao_id INTEGER NOT NULL, 
	linha_id INTEGER NOT NULL, 
	tipo TEXT NOT NULL, 
	baixa_id INTEGER, 
	tarifa_id INTEGER, 
	outra_linha_id INTEGER, 
	categoria TEXT NOT NULL, 
	valor BIGINT NOT NULL, 
	porque TEXT NOT NULL, 
	versao INTEGER NOT NULL, 
	CONSTRAINT fk_vinculos_empresa_id_empresas FOREIGN KEY(empresa_id) REFERENCES empresas (id), 
	CONSTRAINT fk_vinculos_operacao_id_operacoes FOREIGN KEY(operacao_id) REFERENCES operacoes (id), 
	CONSTRAINT fk_vinculos_linha_id_extrato_linhas FOREIGN KEY(linha_id) REFERENCES extrato_linhas (id), 
	CONSTRAINT fk_vinculos_baixa_id_baixas FOREIGN KEY(baixa_id) REFERENCES baixas (id), 
	CONSTRAINT fk_vinculos_tarifa_id_tarifas FOREIGN KEY(tarifa_id) REFERENCES tarifas (id), 
	CONSTRAINT fk_vinculos_outra_linha_id_extrato_linhas FOREIGN KEY(outra_linha_id) REFERENCES extrato_linhas (id)
);
CREATE INDEX ix_pessoas_documento ON pessoas (documento);
CREATE INDEX ix_pessoas_nome_ordem_id ON pessoas (nome_ordem, id);
CREATE INDEX ix_remessas_gerada_em_id ON remessas (gerada_em, id);
CREATE INDEX ix_boleto_itens_conta_receber_id ON boleto_itens (conta_receber_id);
CREATE INDEX ix_eventos_boleto_id_id ON eventos (boleto_id, id);
CREATE INDEX ix_eventos_importacao_id ON eventos (importacao_id);
CREATE INDEX ix_eventos_remessa_id ON eventos (remessa_id);
CREATE INDEX ix_remessa_itens_boleto_id ON remessa_itens (boleto_id);
CREATE INDEX ix_tarifas_boleto_id ON tarifas (boleto_id);
CREATE INDEX ix_tarifas_data_id ON tarifas (data, id);
CREATE INDEX ix_tarifas_importacao_id ON tarifas (importacao_id);
CREATE INDEX ix_operacoes_quando_id ON operacoes (quando, id);
CREATE INDEX ix_acordos_pessoa_id ON acordos (pessoa_id);
CREATE INDEX ix_acordo_itens_conta_receber_id ON acordo_itens (conta_receber_id);
CREATE INDEX ix_baixas_boleto_id ON baixas (boleto_id);
CREATE INDEX ix_baixas_data_id ON baixas (data, id);
CREATE INDEX ix_baixas_conta_receber_id ON baixas (conta_receber_id);
CREATE INDEX ix_baixas_importacao_id ON baixas (importacao_id);
CREATE INDEX ix_importacao_mudancas_importacao_id ON importacao_mudancas (importacao_id);
CREATE INDEX ix_importacao_mudancas_operacao_id ON importacao_mudancas (operacao_id);
CREATE INDEX ix_modelos_planilha_empresa_id_impressao ON modelos_planilha (empresa_id, impressao);
CREATE INDEX ix_extratos_sha256 ON extratos (sha256);
CREATE INDEX ix_extratos_conta_id_fim ON extratos (conta_id, fim);
CREATE INDEX ix_extratos_importado_em_id ON extratos (importado_em, id);
CREATE INDEX ix_extrato_linhas_extrato_id_linha ON extrato_linhas (extrato_id, linha);
CREATE INDEX ix_extrato_linhas_conta_id_situacao_data ON extrato_linhas (conta_id, situacao, data);
CREATE INDEX ix_vinculos_operacao_id ON vinculos (operacao_id);
CREATE INDEX ix_vinculos_linha_id ON vinculos (linha_id);
CREATE INDEX ix_vinculos_baixa_id ON vinculos (baixa_id);
CREATE INDEX ix_vinculos_tarifa_id ON vinculos (tarifa_id);
CREATE INDEX ix_vinculos_outra_linha_id ON vinculos (outra_linha_id);
CREATE INDEX ix_regras_empresa_id_ordem ON regras (empresa_id, ordem);
CREATE INDEX ix_fechamentos_conta_id_ate ON fechamentos (conta_id, ate);
CREATE INDEX ix_convenios_conta_id ON convenios (conta_id);
CREATE INDEX ix_contas_receber_codigo_id ON contas_receber (codigo, id);
CREATE INDEX ix_contas_receber_pessoa_id ON contas_receber (pessoa_id);
CREATE INDEX ix_contas_receber_situacao ON contas_receber (situacao, vencimento, id, valor, valor_baixado);
CREATE INDEX ix_contas_receber_valor_id ON contas_receber (valor, id);
CREATE INDEX ix_contas_receber_convenio_id ON contas_receber (convenio_id);
CREATE INDEX ix_contas_receber_gerada_de_id ON contas_receber (gerada_de_id);
CREATE INDEX ix_contas_receber_emissao_id ON contas_receber (emissao, id);
CREATE INDEX ix_contas_receber_lista ON contas_receber (vencimento, id, empresa_id, situacao, convenio_id, pessoa_id, valor, valor_baixado);
CREATE INDEX ix_contas_receber_documento_id ON contas_receber (documento, id);
CREATE INDEX ix_boletos_remessa_id ON boletos (remessa_id);
CREATE INDEX ix_boletos_situacao ON boletos (situacao, vencimento, id, valor, valor_pago);
CREATE INDEX ix_boletos_convenio_id_no_banco_id ON boletos (convenio_id, no_banco, id);
CREATE INDEX ix_boletos_emissao_id ON boletos (emissao, id);
CREATE INDEX ix_boletos_valor_id ON boletos (valor, id);
CREATE INDEX ix_boletos_lista ON boletos (vencimento, id, empresa_id, situacao, no_banco, convenio_id, pessoa_id, valor, valor_pago);
CREATE INDEX ix_boletos_numero_documento_id ON boletos (numero_documento, id);
CREATE INDEX ix_boletos_pessoa_id ON boletos (pessoa_id);
CREATE INDEX ix_boletos_nosso_numero_id ON boletos (nosso_numero, id);
CREATE INDEX ix_envios_estado_id ON envios (estado, id);
CREATE INDEX ix_envios_criado_em_id ON envios (criado_em, id);
CREATE INDEX ix_envios_pessoa_id ON envios (pessoa_id);
CREATE INDEX ix_lotes_contabeis_origem_id_origem_tabela ON lotes_contabeis (origem_id, origem_tabela);
CREATE INDEX ix_lotes_contabeis_inicio_id ON lotes_contabeis (inicio, id);
CREATE INDEX ix_lotes_contabeis_estorno_de_id ON lotes_contabeis (estorno_de_id);
CREATE INDEX ix_partidas_lote_id_lancamento ON partidas (lote_id, lancamento);
CREATE INDEX ix_movimentos_caixa_conta_id_data_id_valor ON movimentos_caixa (conta_id, data, id, valor);
CREATE INDEX ix_movimentos_caixa_item_id_item_tabela ON movimentos_caixa (item_id, item_tabela);
CREATE INDEX ix_fechamentos_contabeis_empresa_id_ate ON fechamentos_contabeis (empresa_id, ate);
CREATE TRIGGER lotes_contabeis_fecha BEFORE UPDATE ON lotes_contabeis WHEN NEW.situacao = 'FECHADO' AND EXISTS (SELECT 1 FROM partidas WHERE lote_id = NEW.id GROUP BY lancamento HAVING sum(valor) <> 0) BEGIN SELECT RAISE(ABORT, 'livros: o lote não fecha, os débitos e os créditos não somam zero'); END;
CREATE TRIGGER lotes_contabeis_muda BEFORE UPDATE ON lotes_contabeis WHEN OLD.situacao = 'FECHADO' BEGIN SELECT RAISE(ABORT, 'livros: o lote está fechado e não muda mais'); END;
CREATE TRIGGER lotes_contabeis_sai BEFORE DELETE ON lotes_contabeis WHEN OLD.situacao = 'FECHADO' BEGIN SELECT RAISE(ABORT, 'livros: o lote está fechado e não muda mais'); END;
CREATE TRIGGER lotes_contabeis_entra BEFORE INSERT ON lotes_contabeis WHEN EXISTS (SELECT 1 FROM fechamentos_contabeis WHERE empresa_id = NEW.empresa_id AND reaberto_em IS NULL AND ate >= NEW.inicio) BEGIN SELECT RAISE(ABORT, 'livros: o período contábil está fechado'); END;
CREATE TRIGGER fechamentos_contabeis_entra BEFORE INSERT ON fechamentos_contabeis WHEN EXISTS (SELECT 1 FROM lotes_contabeis WHERE empresa_id = NEW.empresa_id AND situacao = 'ABERTO' AND inicio <= NEW.ate) BEGIN SELECT RAISE(ABORT, 'livros: ainda há lotes abertos no período'); END;
CREATE TRIGGER partidas_entra BEFORE INSERT ON partidas WHEN EXISTS (SELECT 1 FROM lotes_contabeis WHERE id = NEW.lote_id AND situacao = 'FECHADO') BEGIN SELECT RAISE(ABORT, 'livros: o lote está fechado e não muda mais'); END;
CREATE TRIGGER partidas_data BEFORE INSERT ON partidas WHEN EXISTS (SELECT 1 FROM fechamentos_contabeis WHERE empresa_id = NEW.empresa_id AND reaberto_em IS NULL AND ate >= NEW.data) BEGIN SELECT RAISE(ABORT, 'livros: o período contábil está fechado'); END;
CREATE TRIGGER partidas_muda BEFORE UPDATE ON partidas WHEN EXISTS (SELECT 1 FROM lotes_contabeis WHERE id = OLD.lote_id AND situacao = 'FECHADO') OR EXISTS (SELECT 1 FROM lotes_contabeis WHERE id = NEW.lote_id AND situacao = 'FECHADO') BEGIN SELECT RAISE(ABORT, 'livros: o lote está fechado e não muda mais'); END;
CREATE TRIGGER partidas_sai BEFORE DELETE ON partidas WHEN EXISTS (SELECT 1 FROM lotes_contabeis WHERE id = OLD.lote_id AND situacao = 'FECHADO') BEGIN SELECT RAISE(ABORT, 'livros: o lote está fechado e não muda mais'); END;
CREATE TRIGGER movimentos_caixa_entra BEFORE INSERT ON movimentos_caixa WHEN EXISTS (SELECT 1 FROM lotes_contabeis WHERE id = NEW.lote_id AND situacao = 'FECHADO') BEGIN SELECT RAISE(ABORT, 'livros: o lote está fechado e não muda mais'); END;
CREATE TRIGGER movimentos_caixa_data BEFORE INSERT ON movimentos_caixa WHEN EXISTS (SELECT 1 FROM fechamentos_contabeis WHERE empresa_id = NEW.empresa_id AND reaberto_em IS NULL AND ate >= NEW.data) BEGIN SELECT RAISE(ABORT, 'livros: o período contábil está fechado'); END;
CREATE TRIGGER movimentos_caixa_muda BEFORE UPDATE ON movimentos_caixa WHEN EXISTS (SELECT 1 FROM lotes_contabeis WHERE id = OLD.lote_id AND situacao = 'FECHADO') OR EXISTS (SELECT 1 FROM lotes_contabeis WHERE id = NEW.lote_id AND situacao = 'FECHADO') BEGIN SELECT RAISE(ABORT, 'livros: o lote está fechado e não muda mais'); END;
CREATE TRIGGER movimentos_caixa_sai BEFORE DELETE ON movimentos_caixa WHEN EXISTS (SELECT 1 FROM lotes_contabeis WHERE id = OLD.lote_id AND situacao = 'FECHADO') BEGIN SELECT RAISE(ABORT, 'livros: o lote está fechado e não muda mais'); END;
CREATE INDEX ix_pessoa_contas_pessoa_id ON pessoa_contas (pessoa_id);
CREATE INDEX ix_convenios_pagamento_banco ON convenios_pagamento (banco);
CREATE INDEX ix_convenios_pagamento_conta_id ON convenios_pagamento (conta_id);
CREATE INDEX ix_remessas_pagamento_gerada_em_id ON remessas_pagamento (gerada_em, id);
CREATE INDEX ix_contas_pagar_chave_favorecido_id ON contas_pagar (chave_favorecido_id);
CREATE INDEX ix_contas_pagar_codigo_barras ON contas_pagar (codigo_barras);
CREATE INDEX ix_contas_pagar_conta_favorecido_id ON contas_pagar (conta_favorecido_id);
CREATE INDEX ix_contas_pagar_convenio_id ON contas_pagar (convenio_id);
CREATE INDEX ix_contas_pagar_lista ON contas_pagar (vencimento, id, empresa_id, situacao, pessoa_id, valor);
CREATE INDEX ix_contas_pagar_pessoa_id ON contas_pagar (pessoa_id);
CREATE INDEX ix_contas_pagar_remessa_id ON contas_pagar (remessa_id);
CREATE INDEX ix_contas_pagar_situacao_vencimento_id ON contas_pagar (situacao, vencimento, id);
CREATE INDEX ix_pagamentos_conta_pagar_id ON pagamentos (conta_pagar_id);
CREATE INDEX ix_importacoes_pagamento_importada_em_id ON importacoes_pagamento (importada_em, id);
CREATE INDEX ix_importacoes_pagamento_sha256 ON importacoes_pagamento (sha256);
CREATE INDEX ix_importacao_pagamento_linhas_conta_pagar_id ON importacao_pagamento_linhas (conta_pagar_id);
CREATE INDEX ix_importacao_pagamento_linhas_importacao_id_linha ON importacao_pagamento_linhas (importacao_id, linha);
CREATE INDEX ix_importacao_pagamento_linhas_pagamento_id ON importacao_pagamento_linhas (pagamento_id);
CREATE INDEX ix_importacao_pagamento_mudancas_importacao_id ON importacao_pagamento_mudancas (importacao_id);
CREATE INDEX ix_baixas_pagar_conta_pagar_id ON baixas_pagar (conta_pagar_id);
CREATE INDEX ix_baixas_pagar_data_id ON baixas_pagar (data, id);
CREATE INDEX ix_baixas_pagar_importacao_id ON baixas_pagar (importacao_id);
CREATE INDEX ix_baixas_pagar_pagamento_id ON baixas_pagar (pagamento_id);
CREATE INDEX ix_boletos_dda_conta_pagar_id ON boletos_dda (conta_pagar_id);
CREATE INDEX ix_boletos_dda_importacao_id ON boletos_dda (importacao_id);
CREATE INDEX ix_boletos_dda_vencimento_id ON boletos_dda (vencimento, id);
CREATE INDEX ix_eventos_pagar_conta_pagar_id_id ON eventos_pagar (conta_pagar_id, id);
CREATE INDEX ix_convenios_debito_conta_id ON convenios_debito (conta_id);
CREATE INDEX ix_consentimentos_pessoa_id ON consentimentos (pessoa_id);
CREATE INDEX ix_debito_remessas_gerada_em_id ON debito_remessas (gerada_em, id);
CREATE INDEX ix_debitos_situacao_vencimento_id ON debitos (situacao, vencimento, id);
CREATE INDEX ix_debitos_vencimento_id ON debitos (vencimento, id);
CREATE INDEX ix_debitos_consentimento_id ON debitos (consentimento_id);
CREATE INDEX ix_debitos_boleto_id ON debitos (boleto_id);
CREATE INDEX ix_debitos_idboleto ON debitos (idboleto);
CREATE INDEX ix_debitos_remessa_id ON debitos (remessa_id);
CREATE INDEX ix_debito_itens_conta_receber_id ON debito_itens (conta_receber_id);
CREATE INDEX ix_debito_remessa_itens_debito_id ON debito_remessa_itens (debito_id);
CREATE INDEX ix_debito_remessa_itens_consentimento_id ON debito_remessa_itens (consentimento_id);
CREATE INDEX ix_debito_eventos_debito_id_id ON debito_eventos (debito_id, id);
CREATE INDEX ix_debito_eventos_consentimento_id_id ON debito_eventos (consentimento_id, id);
CREATE INDEX ix_importacoes_sha256 ON importacoes (sha256);
CREATE INDEX ix_importacoes_importada_em_id ON importacoes (importada_em, id);
CREATE INDEX ix_importacao_linhas_boleto_id ON importacao_linhas (boleto_id);
CREATE INDEX ix_importacao_linhas_pendentes ON importacao_linhas (importacao_id, linha) WHERE tab IN ('nao_localizados', 'conferir');
CREATE INDEX ix_importacao_linhas_importacao_id_linha ON importacao_linhas (importacao_id, linha);
CREATE INDEX ix_devolucoes_devolvido_em_id ON devolucoes (devolvido_em, id);
CREATE INDEX ix_devolucoes_importacao_id ON devolucoes (importacao_id);
CREATE INDEX ix_devolucoes_boleto_id ON devolucoes (boleto_id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('baixas',3);
INSERT INTO "sqlite_sequence" VALUES('importacao_mudancas',10);
INSERT INTO "sqlite_sequence" VALUES('filiais',1);
INSERT INTO "sqlite_sequence" VALUES('contas',1);
INSERT INTO "sqlite_sequence" VALUES('pessoas',1);
INSERT INTO "sqlite_sequence" VALUES('boleto_itens',4);
INSERT INTO "sqlite_sequence" VALUES('eventos',15);
INSERT INTO "sqlite_sequence" VALUES('remessas',1);
INSERT INTO "sqlite_sequence" VALUES('remessa_itens',4);
INSERT INTO "sqlite_sequence" VALUES('remessa_arquivos',1);
INSERT INTO "sqlite_sequence" VALUES('sequencias',1);
INSERT INTO "sqlite_sequence" VALUES('empresas',1);
INSERT INTO "sqlite_sequence" VALUES('convenios',1);
INSERT INTO "sqlite_sequence" VALUES('contas_receber',4);
INSERT INTO "sqlite_sequence" VALUES('boletos',4);
INSERT INTO "sqlite_sequence" VALUES('importacoes',2);
INSERT INTO "sqlite_sequence" VALUES('importacao_linhas',7);
INSERT INTO "sqlite_sequence" VALUES('devolucoes',0);
COMMIT;
