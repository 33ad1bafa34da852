# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'conta_pagar.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QComboBox, QGridLayout, QLabel,
    QLineEdit, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

from finbank_desktop.gui.widgets.edits import (DateEdit, DocumentoEdit, MoneyEdit)
from finbank_desktop.gui.widgets.picker import RecordPicker

class Ui_ContaPagarForm(object):
    def setupUi(self, ContaPagarForm):
        if not ContaPagarForm.objectName():
            ContaPagarForm.setObjectName(u"ContaPagarForm")
        self.root = QVBoxLayout(ContaPagarForm)
        self.root.setSpacing(12)
        self.root.setObjectName(u"root")
        self.root.setContentsMargins(0, 0, 0, 0)
        self.grid_0 = QGridLayout()
        self.grid_0.setObjectName(u"grid_0")
        self.grid_0.setHorizontalSpacing(16)
        self.grid_0.setVerticalSpacing(12)
        self.leitura_box = QVBoxLayout()
        self.leitura_box.setSpacing(3)
        self.leitura_box.setObjectName(u"leitura_box")
        self.leitura_label = QLabel(ContaPagarForm)
        self.leitura_label.setObjectName(u"leitura_label")
        self.leitura_label.setProperty(u"kind", u"field")

        self.leitura_box.addWidget(self.leitura_label)

        self.leitura_edit = QLineEdit(ContaPagarForm)
        self.leitura_edit.setObjectName(u"leitura_edit")

        self.leitura_box.addWidget(self.leitura_edit)

        self.leitura_error = QLabel(ContaPagarForm)
        self.leitura_error.setObjectName(u"leitura_error")
        self.leitura_error.setProperty(u"kind", u"error")
        self.leitura_error.setWordWrap(True)
        self.leitura_error.setVisible(False)

        self.leitura_box.addWidget(self.leitura_error)

        self.leitura_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.leitura_box.addItem(self.leitura_rest)


        self.grid_0.addLayout(self.leitura_box, 0, 0, 1, 12)

        self.pessoa_id_box = QVBoxLayout()
        self.pessoa_id_box.setSpacing(3)
        self.pessoa_id_box.setObjectName(u"pessoa_id_box")
        self.pessoa_id_label = QLabel(ContaPagarForm)
        self.pessoa_id_label.setObjectName(u"pessoa_id_label")
        self.pessoa_id_label.setProperty(u"kind", u"field")

        self.pessoa_id_box.addWidget(self.pessoa_id_label)

        self.pessoa_id_edit = RecordPicker(ContaPagarForm)
        self.pessoa_id_edit.setObjectName(u"pessoa_id_edit")

        self.pessoa_id_box.addWidget(self.pessoa_id_edit)

        self.pessoa_id_error = QLabel(ContaPagarForm)
        self.pessoa_id_error.setObjectName(u"pessoa_id_error")
        self.pessoa_id_error.setProperty(u"kind", u"error")
        self.pessoa_id_error.setWordWrap(True)
        self.pessoa_id_error.setVisible(False)

        self.pessoa_id_box.addWidget(self.pessoa_id_error)

        self.pessoa_id_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.pessoa_id_box.addItem(self.pessoa_id_rest)


        self.grid_0.addLayout(self.pessoa_id_box, 1, 0, 1, 6)

        self.nome_box = QVBoxLayout()
        self.nome_box.setSpacing(3)
        self.nome_box.setObjectName(u"nome_box")
        self.nome_label = QLabel(ContaPagarForm)
        self.nome_label.setObjectName(u"nome_label")
        self.nome_label.setProperty(u"kind", u"field")

        self.nome_box.addWidget(self.nome_label)

        self.nome_edit = QLineEdit(ContaPagarForm)
        self.nome_edit.setObjectName(u"nome_edit")
        self.nome_edit.setMaxLength(80)

        self.nome_box.addWidget(self.nome_edit)

        self.nome_error = QLabel(ContaPagarForm)
        self.nome_error.setObjectName(u"nome_error")
        self.nome_error.setProperty(u"kind", u"error")
        self.nome_error.setWordWrap(True)
        self.nome_error.setVisible(False)

        self.nome_box.addWidget(self.nome_error)

        self.nome_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.nome_box.addItem(self.nome_rest)


        self.grid_0.addLayout(self.nome_box, 1, 6, 1, 4)

        self.codigo_box = QVBoxLayout()
        self.codigo_box.setSpacing(3)
        self.codigo_box.setObjectName(u"codigo_box")
        self.codigo_label = QLabel(ContaPagarForm)
        self.codigo_label.setObjectName(u"codigo_label")
        self.codigo_label.setProperty(u"kind", u"field")

        self.codigo_box.addWidget(self.codigo_label)

        self.codigo_edit = QLineEdit(ContaPagarForm)
        self.codigo_edit.setObjectName(u"codigo_edit")
        self.codigo_edit.setMaxLength(20)

        self.codigo_box.addWidget(self.codigo_edit)

        self.codigo_error = QLabel(ContaPagarForm)
        self.codigo_error.setObjectName(u"codigo_error")
        self.codigo_error.setProperty(u"kind", u"error")
        self.codigo_error.setWordWrap(True)
        self.codigo_error.setVisible(False)

        self.codigo_box.addWidget(self.codigo_error)

        self.codigo_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.codigo_box.addItem(self.codigo_rest)


        self.grid_0.addLayout(self.codigo_box, 1, 10, 1, 2)

        self.documento_box = QVBoxLayout()
        self.documento_box.setSpacing(3)
        self.documento_box.setObjectName(u"documento_box")
        self.documento_label = QLabel(ContaPagarForm)
        self.documento_label.setObjectName(u"documento_label")
        self.documento_label.setProperty(u"kind", u"field")

        self.documento_box.addWidget(self.documento_label)

        self.documento_edit = QLineEdit(ContaPagarForm)
        self.documento_edit.setObjectName(u"documento_edit")
        self.documento_edit.setMaxLength(40)

        self.documento_box.addWidget(self.documento_edit)

        self.documento_error = QLabel(ContaPagarForm)
        self.documento_error.setObjectName(u"documento_error")
        self.documento_error.setProperty(u"kind", u"error")
        self.documento_error.setWordWrap(True)
        self.documento_error.setVisible(False)

        self.documento_box.addWidget(self.documento_error)

        self.documento_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.documento_box.addItem(self.documento_rest)


        self.grid_0.addLayout(self.documento_box, 2, 0, 1, 3)

        self.emissao_box = QVBoxLayout()
        self.emissao_box.setSpacing(3)
        self.emissao_box.setObjectName(u"emissao_box")
        self.emissao_label = QLabel(ContaPagarForm)
        self.emissao_label.setObjectName(u"emissao_label")
        self.emissao_label.setProperty(u"kind", u"field")

        self.emissao_box.addWidget(self.emissao_label)

        self.emissao_edit = DateEdit(ContaPagarForm)
        self.emissao_edit.setObjectName(u"emissao_edit")

        self.emissao_box.addWidget(self.emissao_edit)

        self.emissao_error = QLabel(ContaPagarForm)
        self.emissao_error.setObjectName(u"emissao_error")
        self.emissao_error.setProperty(u"kind", u"error")
        self.emissao_error.setWordWrap(True)
        self.emissao_error.setVisible(False)

        self.emissao_box.addWidget(self.emissao_error)

        self.emissao_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.emissao_box.addItem(self.emissao_rest)


        self.grid_0.addLayout(self.emissao_box, 2, 3, 1, 3)

        self.vencimento_box = QVBoxLayout()
        self.vencimento_box.setSpacing(3)
        self.vencimento_box.setObjectName(u"vencimento_box")
        self.vencimento_label = QLabel(ContaPagarForm)
        self.vencimento_label.setObjectName(u"vencimento_label")
        self.vencimento_label.setProperty(u"kind", u"field")

        self.vencimento_box.addWidget(self.vencimento_label)

        self.vencimento_edit = DateEdit(ContaPagarForm)
        self.vencimento_edit.setObjectName(u"vencimento_edit")

        self.vencimento_box.addWidget(self.vencimento_edit)

        self.vencimento_error = QLabel(ContaPagarForm)
        self.vencimento_error.setObjectName(u"vencimento_error")
        self.vencimento_error.setProperty(u"kind", u"error")
        self.vencimento_error.setWordWrap(True)
        self.vencimento_error.setVisible(False)

        self.vencimento_box.addWidget(self.vencimento_error)

        self.vencimento_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.vencimento_box.addItem(self.vencimento_rest)


        self.grid_0.addLayout(self.vencimento_box, 2, 6, 1, 3)

        self.data_pagamento_box = QVBoxLayout()
        self.data_pagamento_box.setSpacing(3)
        self.data_pagamento_box.setObjectName(u"data_pagamento_box")
        self.data_pagamento_label = QLabel(ContaPagarForm)
        self.data_pagamento_label.setObjectName(u"data_pagamento_label")
        self.data_pagamento_label.setProperty(u"kind", u"field")

        self.data_pagamento_box.addWidget(self.data_pagamento_label)

        self.data_pagamento_edit = DateEdit(ContaPagarForm)
        self.data_pagamento_edit.setObjectName(u"data_pagamento_edit")

        self.data_pagamento_box.addWidget(self.data_pagamento_edit)

        self.data_pagamento_error = QLabel(ContaPagarForm)
        self.data_pagamento_error.setObjectName(u"data_pagamento_error")
        self.data_pagamento_error.setProperty(u"kind", u"error")
        self.data_pagamento_error.setWordWrap(True)
        self.data_pagamento_error.setVisible(False)

        self.data_pagamento_box.addWidget(self.data_pagamento_error)

        self.data_pagamento_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.data_pagamento_box.addItem(self.data_pagamento_rest)


        self.grid_0.addLayout(self.data_pagamento_box, 2, 9, 1, 3)

        self.valor_box = QVBoxLayout()
        self.valor_box.setSpacing(3)
        self.valor_box.setObjectName(u"valor_box")
        self.valor_label = QLabel(ContaPagarForm)
        self.valor_label.setObjectName(u"valor_label")
        self.valor_label.setProperty(u"kind", u"field")

        self.valor_box.addWidget(self.valor_label)

        self.valor_edit = MoneyEdit(ContaPagarForm)
        self.valor_edit.setObjectName(u"valor_edit")

        self.valor_box.addWidget(self.valor_edit)

        self.valor_error = QLabel(ContaPagarForm)
        self.valor_error.setObjectName(u"valor_error")
        self.valor_error.setProperty(u"kind", u"error")
        self.valor_error.setWordWrap(True)
        self.valor_error.setVisible(False)

        self.valor_box.addWidget(self.valor_error)

        self.valor_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.valor_box.addItem(self.valor_rest)


        self.grid_0.addLayout(self.valor_box, 3, 0, 1, 3)

        self.desconto_box = QVBoxLayout()
        self.desconto_box.setSpacing(3)
        self.desconto_box.setObjectName(u"desconto_box")
        self.desconto_label = QLabel(ContaPagarForm)
        self.desconto_label.setObjectName(u"desconto_label")
        self.desconto_label.setProperty(u"kind", u"field")

        self.desconto_box.addWidget(self.desconto_label)

        self.desconto_edit = MoneyEdit(ContaPagarForm)
        self.desconto_edit.setObjectName(u"desconto_edit")

        self.desconto_box.addWidget(self.desconto_edit)

        self.desconto_error = QLabel(ContaPagarForm)
        self.desconto_error.setObjectName(u"desconto_error")
        self.desconto_error.setProperty(u"kind", u"error")
        self.desconto_error.setWordWrap(True)
        self.desconto_error.setVisible(False)

        self.desconto_box.addWidget(self.desconto_error)

        self.desconto_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.desconto_box.addItem(self.desconto_rest)


        self.grid_0.addLayout(self.desconto_box, 3, 3, 1, 3)

        self.acrescimos_box = QVBoxLayout()
        self.acrescimos_box.setSpacing(3)
        self.acrescimos_box.setObjectName(u"acrescimos_box")
        self.acrescimos_label = QLabel(ContaPagarForm)
        self.acrescimos_label.setObjectName(u"acrescimos_label")
        self.acrescimos_label.setProperty(u"kind", u"field")

        self.acrescimos_box.addWidget(self.acrescimos_label)

        self.acrescimos_edit = MoneyEdit(ContaPagarForm)
        self.acrescimos_edit.setObjectName(u"acrescimos_edit")

        self.acrescimos_box.addWidget(self.acrescimos_edit)

        self.acrescimos_error = QLabel(ContaPagarForm)
        self.acrescimos_error.setObjectName(u"acrescimos_error")
        self.acrescimos_error.setProperty(u"kind", u"error")
        self.acrescimos_error.setWordWrap(True)
        self.acrescimos_error.setVisible(False)

        self.acrescimos_box.addWidget(self.acrescimos_error)

        self.acrescimos_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.acrescimos_box.addItem(self.acrescimos_rest)


        self.grid_0.addLayout(self.acrescimos_box, 3, 6, 1, 3)

        self.filial_id_box = QVBoxLayout()
        self.filial_id_box.setSpacing(3)
        self.filial_id_box.setObjectName(u"filial_id_box")
        self.filial_id_label = QLabel(ContaPagarForm)
        self.filial_id_label.setObjectName(u"filial_id_label")
        self.filial_id_label.setProperty(u"kind", u"field")

        self.filial_id_box.addWidget(self.filial_id_label)

        self.filial_id_edit = QComboBox(ContaPagarForm)
        self.filial_id_edit.setObjectName(u"filial_id_edit")

        self.filial_id_box.addWidget(self.filial_id_edit)

        self.filial_id_error = QLabel(ContaPagarForm)
        self.filial_id_error.setObjectName(u"filial_id_error")
        self.filial_id_error.setProperty(u"kind", u"error")
        self.filial_id_error.setWordWrap(True)
        self.filial_id_error.setVisible(False)

        self.filial_id_box.addWidget(self.filial_id_error)

        self.filial_id_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.filial_id_box.addItem(self.filial_id_rest)


        self.grid_0.addLayout(self.filial_id_box, 3, 9, 1, 3)

        self.forma_box = QVBoxLayout()
        self.forma_box.setSpacing(3)
        self.forma_box.setObjectName(u"forma_box")
        self.forma_label = QLabel(ContaPagarForm)
        self.forma_label.setObjectName(u"forma_label")
        self.forma_label.setProperty(u"kind", u"field")

        self.forma_box.addWidget(self.forma_label)

        self.forma_edit = QComboBox(ContaPagarForm)
        self.forma_edit.setObjectName(u"forma_edit")

        self.forma_box.addWidget(self.forma_edit)

        self.forma_error = QLabel(ContaPagarForm)
        self.forma_error.setObjectName(u"forma_error")
        self.forma_error.setProperty(u"kind", u"error")
        self.forma_error.setWordWrap(True)
        self.forma_error.setVisible(False)

        self.forma_box.addWidget(self.forma_error)

        self.forma_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.forma_box.addItem(self.forma_rest)


        self.grid_0.addLayout(self.forma_box, 4, 0, 1, 6)

        self.convenio_id_box = QVBoxLayout()
        self.convenio_id_box.setSpacing(3)
        self.convenio_id_box.setObjectName(u"convenio_id_box")
        self.convenio_id_label = QLabel(ContaPagarForm)
        self.convenio_id_label.setObjectName(u"convenio_id_label")
        self.convenio_id_label.setProperty(u"kind", u"field")

        self.convenio_id_box.addWidget(self.convenio_id_label)

        self.convenio_id_edit = QComboBox(ContaPagarForm)
        self.convenio_id_edit.setObjectName(u"convenio_id_edit")

        self.convenio_id_box.addWidget(self.convenio_id_edit)

        self.convenio_id_error = QLabel(ContaPagarForm)
        self.convenio_id_error.setObjectName(u"convenio_id_error")
        self.convenio_id_error.setProperty(u"kind", u"error")
        self.convenio_id_error.setWordWrap(True)
        self.convenio_id_error.setVisible(False)

        self.convenio_id_box.addWidget(self.convenio_id_error)

        self.convenio_id_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.convenio_id_box.addItem(self.convenio_id_rest)


        self.grid_0.addLayout(self.convenio_id_box, 4, 6, 1, 6)

        self.conta_favorecido_id_box = QVBoxLayout()
        self.conta_favorecido_id_box.setSpacing(3)
        self.conta_favorecido_id_box.setObjectName(u"conta_favorecido_id_box")
        self.conta_favorecido_id_label = QLabel(ContaPagarForm)
        self.conta_favorecido_id_label.setObjectName(u"conta_favorecido_id_label")
        self.conta_favorecido_id_label.setProperty(u"kind", u"field")

        self.conta_favorecido_id_box.addWidget(self.conta_favorecido_id_label)

        self.conta_favorecido_id_edit = QComboBox(ContaPagarForm)
        self.conta_favorecido_id_edit.setObjectName(u"conta_favorecido_id_edit")

        self.conta_favorecido_id_box.addWidget(self.conta_favorecido_id_edit)

        self.conta_favorecido_id_error = QLabel(ContaPagarForm)
        self.conta_favorecido_id_error.setObjectName(u"conta_favorecido_id_error")
        self.conta_favorecido_id_error.setProperty(u"kind", u"error")
        self.conta_favorecido_id_error.setWordWrap(True)
        self.conta_favorecido_id_error.setVisible(False)

        self.conta_favorecido_id_box.addWidget(self.conta_favorecido_id_error)

        self.conta_favorecido_id_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.conta_favorecido_id_box.addItem(self.conta_favorecido_id_rest)


        self.grid_0.addLayout(self.conta_favorecido_id_box, 5, 0, 1, 12)

        self.chave_favorecido_id_box = QVBoxLayout()
        self.chave_favorecido_id_box.setSpacing(3)
        self.chave_favorecido_id_box.setObjectName(u"chave_favorecido_id_box")
        self.chave_favorecido_id_label = QLabel(ContaPagarForm)
        self.chave_favorecido_id_label.setObjectName(u"chave_favorecido_id_label")
        self.chave_favorecido_id_label.setProperty(u"kind", u"field")

        self.chave_favorecido_id_box.addWidget(self.chave_favorecido_id_label)

        self.chave_favorecido_id_edit = QComboBox(ContaPagarForm)
        self.chave_favorecido_id_edit.setObjectName(u"chave_favorecido_id_edit")

        self.chave_favorecido_id_box.addWidget(self.chave_favorecido_id_edit)

        self.chave_favorecido_id_error = QLabel(ContaPagarForm)
        self.chave_favorecido_id_error.setObjectName(u"chave_favorecido_id_error")
        self.chave_favorecido_id_error.setProperty(u"kind", u"error")
        self.chave_favorecido_id_error.setWordWrap(True)
        self.chave_favorecido_id_error.setVisible(False)

        self.chave_favorecido_id_box.addWidget(self.chave_favorecido_id_error)

        self.chave_favorecido_id_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.chave_favorecido_id_box.addItem(self.chave_favorecido_id_rest)


        self.grid_0.addLayout(self.chave_favorecido_id_box, 6, 0, 1, 12)

        self.codigo_barras_box = QVBoxLayout()
        self.codigo_barras_box.setSpacing(3)
        self.codigo_barras_box.setObjectName(u"codigo_barras_box")
        self.codigo_barras_label = QLabel(ContaPagarForm)
        self.codigo_barras_label.setObjectName(u"codigo_barras_label")
        self.codigo_barras_label.setProperty(u"kind", u"field")

        self.codigo_barras_box.addWidget(self.codigo_barras_label)

        self.codigo_barras_edit = QLineEdit(ContaPagarForm)
        self.codigo_barras_edit.setObjectName(u"codigo_barras_edit")
        self.codigo_barras_edit.setMaxLength(60)

        self.codigo_barras_box.addWidget(self.codigo_barras_edit)

        self.codigo_barras_error = QLabel(ContaPagarForm)
        self.codigo_barras_error.setObjectName(u"codigo_barras_error")
        self.codigo_barras_error.setProperty(u"kind", u"error")
        self.codigo_barras_error.setWordWrap(True)
        self.codigo_barras_error.setVisible(False)

        self.codigo_barras_box.addWidget(self.codigo_barras_error)

        self.codigo_barras_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.codigo_barras_box.addItem(self.codigo_barras_rest)


        self.grid_0.addLayout(self.codigo_barras_box, 7, 0, 1, 12)

        self.pix_qr_box = QVBoxLayout()
        self.pix_qr_box.setSpacing(3)
        self.pix_qr_box.setObjectName(u"pix_qr_box")
        self.pix_qr_label = QLabel(ContaPagarForm)
        self.pix_qr_label.setObjectName(u"pix_qr_label")
        self.pix_qr_label.setProperty(u"kind", u"field")

        self.pix_qr_box.addWidget(self.pix_qr_label)

        self.pix_qr_edit = QLineEdit(ContaPagarForm)
        self.pix_qr_edit.setObjectName(u"pix_qr_edit")
        self.pix_qr_edit.setMaxLength(200)

        self.pix_qr_box.addWidget(self.pix_qr_edit)

        self.pix_qr_error = QLabel(ContaPagarForm)
        self.pix_qr_error.setObjectName(u"pix_qr_error")
        self.pix_qr_error.setProperty(u"kind", u"error")
        self.pix_qr_error.setWordWrap(True)
        self.pix_qr_error.setVisible(False)

        self.pix_qr_box.addWidget(self.pix_qr_error)

        self.pix_qr_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.pix_qr_box.addItem(self.pix_qr_rest)


        self.grid_0.addLayout(self.pix_qr_box, 8, 0, 1, 8)

        self.pix_txid_box = QVBoxLayout()
        self.pix_txid_box.setSpacing(3)
        self.pix_txid_box.setObjectName(u"pix_txid_box")
        self.pix_txid_label = QLabel(ContaPagarForm)
        self.pix_txid_label.setObjectName(u"pix_txid_label")
        self.pix_txid_label.setProperty(u"kind", u"field")

        self.pix_txid_box.addWidget(self.pix_txid_label)

        self.pix_txid_edit = QLineEdit(ContaPagarForm)
        self.pix_txid_edit.setObjectName(u"pix_txid_edit")
        self.pix_txid_edit.setMaxLength(40)

        self.pix_txid_box.addWidget(self.pix_txid_edit)

        self.pix_txid_error = QLabel(ContaPagarForm)
        self.pix_txid_error.setObjectName(u"pix_txid_error")
        self.pix_txid_error.setProperty(u"kind", u"error")
        self.pix_txid_error.setWordWrap(True)
        self.pix_txid_error.setVisible(False)

        self.pix_txid_box.addWidget(self.pix_txid_error)

        self.pix_txid_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.pix_txid_box.addItem(self.pix_txid_rest)


        self.grid_0.addLayout(self.pix_txid_box, 8, 8, 1, 4)

        self.final_nome_box = QVBoxLayout()
        self.final_nome_box.setSpacing(3)
        self.final_nome_box.setObjectName(u"final_nome_box")
        self.final_nome_label = QLabel(ContaPagarForm)
        self.final_nome_label.setObjectName(u"final_nome_label")
        self.final_nome_label.setProperty(u"kind", u"field")

        self.final_nome_box.addWidget(self.final_nome_label)

        self.final_nome_edit = QLineEdit(ContaPagarForm)
        self.final_nome_edit.setObjectName(u"final_nome_edit")
        self.final_nome_edit.setMaxLength(80)

        self.final_nome_box.addWidget(self.final_nome_edit)

        self.final_nome_error = QLabel(ContaPagarForm)
        self.final_nome_error.setObjectName(u"final_nome_error")
        self.final_nome_error.setProperty(u"kind", u"error")
        self.final_nome_error.setWordWrap(True)
        self.final_nome_error.setVisible(False)

        self.final_nome_box.addWidget(self.final_nome_error)

        self.final_nome_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.final_nome_box.addItem(self.final_nome_rest)


        self.grid_0.addLayout(self.final_nome_box, 9, 0, 1, 8)

        self.final_documento_box = QVBoxLayout()
        self.final_documento_box.setSpacing(3)
        self.final_documento_box.setObjectName(u"final_documento_box")
        self.final_documento_label = QLabel(ContaPagarForm)
        self.final_documento_label.setObjectName(u"final_documento_label")
        self.final_documento_label.setProperty(u"kind", u"field")

        self.final_documento_box.addWidget(self.final_documento_label)

        self.final_documento_edit = DocumentoEdit(ContaPagarForm)
        self.final_documento_edit.setObjectName(u"final_documento_edit")

        self.final_documento_box.addWidget(self.final_documento_edit)

        self.final_documento_error = QLabel(ContaPagarForm)
        self.final_documento_error.setObjectName(u"final_documento_error")
        self.final_documento_error.setProperty(u"kind", u"error")
        self.final_documento_error.setWordWrap(True)
        self.final_documento_error.setVisible(False)

        self.final_documento_box.addWidget(self.final_documento_error)

        self.final_documento_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.final_documento_box.addItem(self.final_documento_rest)


        self.grid_0.addLayout(self.final_documento_box, 9, 8, 1, 4)

        self.tributo_box = QVBoxLayout()
        self.tributo_box.setSpacing(3)
        self.tributo_box.setObjectName(u"tributo_box")
        self.tributo_label = QLabel(ContaPagarForm)
        self.tributo_label.setObjectName(u"tributo_label")
        self.tributo_label.setProperty(u"kind", u"field")

        self.tributo_box.addWidget(self.tributo_label)

        self.tributo_edit = QComboBox(ContaPagarForm)
        self.tributo_edit.setObjectName(u"tributo_edit")

        self.tributo_box.addWidget(self.tributo_edit)

        self.tributo_error = QLabel(ContaPagarForm)
        self.tributo_error.setObjectName(u"tributo_error")
        self.tributo_error.setProperty(u"kind", u"error")
        self.tributo_error.setWordWrap(True)
        self.tributo_error.setVisible(False)

        self.tributo_box.addWidget(self.tributo_error)

        self.tributo_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.tributo_box.addItem(self.tributo_rest)


        self.grid_0.addLayout(self.tributo_box, 10, 0, 1, 4)

        self.t_receita_box = QVBoxLayout()
        self.t_receita_box.setSpacing(3)
        self.t_receita_box.setObjectName(u"t_receita_box")
        self.t_receita_label = QLabel(ContaPagarForm)
        self.t_receita_label.setObjectName(u"t_receita_label")
        self.t_receita_label.setProperty(u"kind", u"field")

        self.t_receita_box.addWidget(self.t_receita_label)

        self.t_receita_edit = QLineEdit(ContaPagarForm)
        self.t_receita_edit.setObjectName(u"t_receita_edit")
        self.t_receita_edit.setMaxLength(6)

        self.t_receita_box.addWidget(self.t_receita_edit)

        self.t_receita_error = QLabel(ContaPagarForm)
        self.t_receita_error.setObjectName(u"t_receita_error")
        self.t_receita_error.setProperty(u"kind", u"error")
        self.t_receita_error.setWordWrap(True)
        self.t_receita_error.setVisible(False)

        self.t_receita_box.addWidget(self.t_receita_error)

        self.t_receita_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.t_receita_box.addItem(self.t_receita_rest)


        self.grid_0.addLayout(self.t_receita_box, 10, 4, 1, 4)

        self.t_contribuinte_documento_box = QVBoxLayout()
        self.t_contribuinte_documento_box.setSpacing(3)
        self.t_contribuinte_documento_box.setObjectName(u"t_contribuinte_documento_box")
        self.t_contribuinte_documento_label = QLabel(ContaPagarForm)
        self.t_contribuinte_documento_label.setObjectName(u"t_contribuinte_documento_label")
        self.t_contribuinte_documento_label.setProperty(u"kind", u"field")

        self.t_contribuinte_documento_box.addWidget(self.t_contribuinte_documento_label)

        self.t_contribuinte_documento_edit = QLineEdit(ContaPagarForm)
        self.t_contribuinte_documento_edit.setObjectName(u"t_contribuinte_documento_edit")
        self.t_contribuinte_documento_edit.setMaxLength(20)

        self.t_contribuinte_documento_box.addWidget(self.t_contribuinte_documento_edit)

        self.t_contribuinte_documento_error = QLabel(ContaPagarForm)
        self.t_contribuinte_documento_error.setObjectName(u"t_contribuinte_documento_error")
        self.t_contribuinte_documento_error.setProperty(u"kind", u"error")
        self.t_contribuinte_documento_error.setWordWrap(True)
        self.t_contribuinte_documento_error.setVisible(False)

        self.t_contribuinte_documento_box.addWidget(self.t_contribuinte_documento_error)

        self.t_contribuinte_documento_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.t_contribuinte_documento_box.addItem(self.t_contribuinte_documento_rest)


        self.grid_0.addLayout(self.t_contribuinte_documento_box, 10, 8, 1, 4)

        self.t_contribuinte_nome_box = QVBoxLayout()
        self.t_contribuinte_nome_box.setSpacing(3)
        self.t_contribuinte_nome_box.setObjectName(u"t_contribuinte_nome_box")
        self.t_contribuinte_nome_label = QLabel(ContaPagarForm)
        self.t_contribuinte_nome_label.setObjectName(u"t_contribuinte_nome_label")
        self.t_contribuinte_nome_label.setProperty(u"kind", u"field")

        self.t_contribuinte_nome_box.addWidget(self.t_contribuinte_nome_label)

        self.t_contribuinte_nome_edit = QLineEdit(ContaPagarForm)
        self.t_contribuinte_nome_edit.setObjectName(u"t_contribuinte_nome_edit")
        self.t_contribuinte_nome_edit.setMaxLength(60)

        self.t_contribuinte_nome_box.addWidget(self.t_contribuinte_nome_edit)

        self.t_contribuinte_nome_error = QLabel(ContaPagarForm)
        self.t_contribuinte_nome_error.setObjectName(u"t_contribuinte_nome_error")
        self.t_contribuinte_nome_error.setProperty(u"kind", u"error")
        self.t_contribuinte_nome_error.setWordWrap(True)
        self.t_contribuinte_nome_error.setVisible(False)

        self.t_contribuinte_nome_box.addWidget(self.t_contribuinte_nome_error)

        self.t_contribuinte_nome_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.t_contribuinte_nome_box.addItem(self.t_contribuinte_nome_rest)


        self.grid_0.addLayout(self.t_contribuinte_nome_box, 11, 0, 1, 8)

        self.t_competencia_box = QVBoxLayout()
        self.t_competencia_box.setSpacing(3)
        self.t_competencia_box.setObjectName(u"t_competencia_box")
        self.t_competencia_label = QLabel(ContaPagarForm)
        self.t_competencia_label.setObjectName(u"t_competencia_label")
        self.t_competencia_label.setProperty(u"kind", u"field")

        self.t_competencia_box.addWidget(self.t_competencia_label)

        self.t_competencia_edit = QLineEdit(ContaPagarForm)
        self.t_competencia_edit.setObjectName(u"t_competencia_edit")
        self.t_competencia_edit.setMaxLength(7)

        self.t_competencia_box.addWidget(self.t_competencia_edit)

        self.t_competencia_error = QLabel(ContaPagarForm)
        self.t_competencia_error.setObjectName(u"t_competencia_error")
        self.t_competencia_error.setProperty(u"kind", u"error")
        self.t_competencia_error.setWordWrap(True)
        self.t_competencia_error.setVisible(False)

        self.t_competencia_box.addWidget(self.t_competencia_error)

        self.t_competencia_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.t_competencia_box.addItem(self.t_competencia_rest)


        self.grid_0.addLayout(self.t_competencia_box, 11, 8, 1, 4)

        self.t_periodo_apuracao_box = QVBoxLayout()
        self.t_periodo_apuracao_box.setSpacing(3)
        self.t_periodo_apuracao_box.setObjectName(u"t_periodo_apuracao_box")
        self.t_periodo_apuracao_label = QLabel(ContaPagarForm)
        self.t_periodo_apuracao_label.setObjectName(u"t_periodo_apuracao_label")
        self.t_periodo_apuracao_label.setProperty(u"kind", u"field")

        self.t_periodo_apuracao_box.addWidget(self.t_periodo_apuracao_label)

        self.t_periodo_apuracao_edit = DateEdit(ContaPagarForm)
        self.t_periodo_apuracao_edit.setObjectName(u"t_periodo_apuracao_edit")

        self.t_periodo_apuracao_box.addWidget(self.t_periodo_apuracao_edit)

        self.t_periodo_apuracao_error = QLabel(ContaPagarForm)
        self.t_periodo_apuracao_error.setObjectName(u"t_periodo_apuracao_error")
        self.t_periodo_apuracao_error.setProperty(u"kind", u"error")
        self.t_periodo_apuracao_error.setWordWrap(True)
        self.t_periodo_apuracao_error.setVisible(False)

        self.t_periodo_apuracao_box.addWidget(self.t_periodo_apuracao_error)

        self.t_periodo_apuracao_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.t_periodo_apuracao_box.addItem(self.t_periodo_apuracao_rest)


        self.grid_0.addLayout(self.t_periodo_apuracao_box, 12, 0, 1, 4)

        self.t_vencimento_box = QVBoxLayout()
        self.t_vencimento_box.setSpacing(3)
        self.t_vencimento_box.setObjectName(u"t_vencimento_box")
        self.t_vencimento_label = QLabel(ContaPagarForm)
        self.t_vencimento_label.setObjectName(u"t_vencimento_label")
        self.t_vencimento_label.setProperty(u"kind", u"field")

        self.t_vencimento_box.addWidget(self.t_vencimento_label)

        self.t_vencimento_edit = DateEdit(ContaPagarForm)
        self.t_vencimento_edit.setObjectName(u"t_vencimento_edit")

        self.t_vencimento_box.addWidget(self.t_vencimento_edit)

        self.t_vencimento_error = QLabel(ContaPagarForm)
        self.t_vencimento_error.setObjectName(u"t_vencimento_error")
        self.t_vencimento_error.setProperty(u"kind", u"error")
        self.t_vencimento_error.setWordWrap(True)
        self.t_vencimento_error.setVisible(False)

        self.t_vencimento_box.addWidget(self.t_vencimento_error)

        self.t_vencimento_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.t_vencimento_box.addItem(self.t_vencimento_rest)


        self.grid_0.addLayout(self.t_vencimento_box, 12, 4, 1, 4)

        self.t_referencia_box = QVBoxLayout()
        self.t_referencia_box.setSpacing(3)
        self.t_referencia_box.setObjectName(u"t_referencia_box")
        self.t_referencia_label = QLabel(ContaPagarForm)
        self.t_referencia_label.setObjectName(u"t_referencia_label")
        self.t_referencia_label.setProperty(u"kind", u"field")

        self.t_referencia_box.addWidget(self.t_referencia_label)

        self.t_referencia_edit = QLineEdit(ContaPagarForm)
        self.t_referencia_edit.setObjectName(u"t_referencia_edit")
        self.t_referencia_edit.setMaxLength(20)

        self.t_referencia_box.addWidget(self.t_referencia_edit)

        self.t_referencia_error = QLabel(ContaPagarForm)
        self.t_referencia_error.setObjectName(u"t_referencia_error")
        self.t_referencia_error.setProperty(u"kind", u"error")
        self.t_referencia_error.setWordWrap(True)
        self.t_referencia_error.setVisible(False)

        self.t_referencia_box.addWidget(self.t_referencia_error)

        self.t_referencia_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.t_referencia_box.addItem(self.t_referencia_rest)


        self.grid_0.addLayout(self.t_referencia_box, 12, 8, 1, 4)

        self.t_valor_principal_box = QVBoxLayout()
        self.t_valor_principal_box.setSpacing(3)
        self.t_valor_principal_box.setObjectName(u"t_valor_principal_box")
        self.t_valor_principal_label = QLabel(ContaPagarForm)
        self.t_valor_principal_label.setObjectName(u"t_valor_principal_label")
        self.t_valor_principal_label.setProperty(u"kind", u"field")

        self.t_valor_principal_box.addWidget(self.t_valor_principal_label)

        self.t_valor_principal_edit = MoneyEdit(ContaPagarForm)
        self.t_valor_principal_edit.setObjectName(u"t_valor_principal_edit")

        self.t_valor_principal_box.addWidget(self.t_valor_principal_edit)

        self.t_valor_principal_error = QLabel(ContaPagarForm)
        self.t_valor_principal_error.setObjectName(u"t_valor_principal_error")
        self.t_valor_principal_error.setProperty(u"kind", u"error")
        self.t_valor_principal_error.setWordWrap(True)
        self.t_valor_principal_error.setVisible(False)

        self.t_valor_principal_box.addWidget(self.t_valor_principal_error)

        self.t_valor_principal_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.t_valor_principal_box.addItem(self.t_valor_principal_rest)


        self.grid_0.addLayout(self.t_valor_principal_box, 13, 0, 1, 3)

        self.t_multa_box = QVBoxLayout()
        self.t_multa_box.setSpacing(3)
        self.t_multa_box.setObjectName(u"t_multa_box")
        self.t_multa_label = QLabel(ContaPagarForm)
        self.t_multa_label.setObjectName(u"t_multa_label")
        self.t_multa_label.setProperty(u"kind", u"field")

        self.t_multa_box.addWidget(self.t_multa_label)

        self.t_multa_edit = MoneyEdit(ContaPagarForm)
        self.t_multa_edit.setObjectName(u"t_multa_edit")

        self.t_multa_box.addWidget(self.t_multa_edit)

        self.t_multa_error = QLabel(ContaPagarForm)
        self.t_multa_error.setObjectName(u"t_multa_error")
        self.t_multa_error.setProperty(u"kind", u"error")
        self.t_multa_error.setWordWrap(True)
        self.t_multa_error.setVisible(False)

        self.t_multa_box.addWidget(self.t_multa_error)

        self.t_multa_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.t_multa_box.addItem(self.t_multa_rest)


        self.grid_0.addLayout(self.t_multa_box, 13, 3, 1, 3)

        self.t_juros_box = QVBoxLayout()
        self.t_juros_box.setSpacing(3)
        self.t_juros_box.setObjectName(u"t_juros_box")
        self.t_juros_label = QLabel(ContaPagarForm)
        self.t_juros_label.setObjectName(u"t_juros_label")
        self.t_juros_label.setProperty(u"kind", u"field")

        self.t_juros_box.addWidget(self.t_juros_label)

        self.t_juros_edit = MoneyEdit(ContaPagarForm)
        self.t_juros_edit.setObjectName(u"t_juros_edit")

        self.t_juros_box.addWidget(self.t_juros_edit)

        self.t_juros_error = QLabel(ContaPagarForm)
        self.t_juros_error.setObjectName(u"t_juros_error")
        self.t_juros_error.setProperty(u"kind", u"error")
        self.t_juros_error.setWordWrap(True)
        self.t_juros_error.setVisible(False)

        self.t_juros_box.addWidget(self.t_juros_error)

        self.t_juros_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.t_juros_box.addItem(self.t_juros_rest)


        self.grid_0.addLayout(self.t_juros_box, 13, 6, 1, 3)

        self.t_desconto_box = QVBoxLayout()
        self.t_desconto_box.setSpacing(3)
        self.t_desconto_box.setObjectName(u"t_desconto_box")
        self.t_desconto_label = QLabel(ContaPagarForm)
        self.t_desconto_label.setObjectName(u"t_desconto_label")
        self.t_desconto_label.setProperty(u"kind", u"field")

        self.t_desconto_box.addWidget(self.t_desconto_label)

        self.t_desconto_edit = MoneyEdit(ContaPagarForm)
        self.t_desconto_edit.setObjectName(u"t_desconto_edit")

        self.t_desconto_box.addWidget(self.t_desconto_edit)

        self.t_desconto_error = QLabel(ContaPagarForm)
        self.t_desconto_error.setObjectName(u"t_desconto_error")
        self.t_desconto_error.setProperty(u"kind", u"error")
        self.t_desconto_error.setWordWrap(True)
        self.t_desconto_error.setVisible(False)

        self.t_desconto_box.addWidget(self.t_desconto_error)

        self.t_desconto_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.t_desconto_box.addItem(self.t_desconto_rest)


        self.grid_0.addLayout(self.t_desconto_box, 13, 9, 1, 3)

        self.t_outras_entidades_box = QVBoxLayout()
        self.t_outras_entidades_box.setSpacing(3)
        self.t_outras_entidades_box.setObjectName(u"t_outras_entidades_box")
        self.t_outras_entidades_label = QLabel(ContaPagarForm)
        self.t_outras_entidades_label.setObjectName(u"t_outras_entidades_label")
        self.t_outras_entidades_label.setProperty(u"kind", u"field")

        self.t_outras_entidades_box.addWidget(self.t_outras_entidades_label)

        self.t_outras_entidades_edit = MoneyEdit(ContaPagarForm)
        self.t_outras_entidades_edit.setObjectName(u"t_outras_entidades_edit")

        self.t_outras_entidades_box.addWidget(self.t_outras_entidades_edit)

        self.t_outras_entidades_error = QLabel(ContaPagarForm)
        self.t_outras_entidades_error.setObjectName(u"t_outras_entidades_error")
        self.t_outras_entidades_error.setProperty(u"kind", u"error")
        self.t_outras_entidades_error.setWordWrap(True)
        self.t_outras_entidades_error.setVisible(False)

        self.t_outras_entidades_box.addWidget(self.t_outras_entidades_error)

        self.t_outras_entidades_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.t_outras_entidades_box.addItem(self.t_outras_entidades_rest)


        self.grid_0.addLayout(self.t_outras_entidades_box, 14, 0, 1, 4)

        self.t_atualizacao_box = QVBoxLayout()
        self.t_atualizacao_box.setSpacing(3)
        self.t_atualizacao_box.setObjectName(u"t_atualizacao_box")
        self.t_atualizacao_label = QLabel(ContaPagarForm)
        self.t_atualizacao_label.setObjectName(u"t_atualizacao_label")
        self.t_atualizacao_label.setProperty(u"kind", u"field")

        self.t_atualizacao_box.addWidget(self.t_atualizacao_label)

        self.t_atualizacao_edit = MoneyEdit(ContaPagarForm)
        self.t_atualizacao_edit.setObjectName(u"t_atualizacao_edit")

        self.t_atualizacao_box.addWidget(self.t_atualizacao_edit)

        self.t_atualizacao_error = QLabel(ContaPagarForm)
        self.t_atualizacao_error.setObjectName(u"t_atualizacao_error")
        self.t_atualizacao_error.setProperty(u"kind", u"error")
        self.t_atualizacao_error.setWordWrap(True)
        self.t_atualizacao_error.setVisible(False)

        self.t_atualizacao_box.addWidget(self.t_atualizacao_error)

        self.t_atualizacao_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.t_atualizacao_box.addItem(self.t_atualizacao_rest)


        self.grid_0.addLayout(self.t_atualizacao_box, 14, 4, 1, 4)

        self.t_receita_bruta_box = QVBoxLayout()
        self.t_receita_bruta_box.setSpacing(3)
        self.t_receita_bruta_box.setObjectName(u"t_receita_bruta_box")
        self.t_receita_bruta_label = QLabel(ContaPagarForm)
        self.t_receita_bruta_label.setObjectName(u"t_receita_bruta_label")
        self.t_receita_bruta_label.setProperty(u"kind", u"field")

        self.t_receita_bruta_box.addWidget(self.t_receita_bruta_label)

        self.t_receita_bruta_edit = MoneyEdit(ContaPagarForm)
        self.t_receita_bruta_edit.setObjectName(u"t_receita_bruta_edit")

        self.t_receita_bruta_box.addWidget(self.t_receita_bruta_edit)

        self.t_receita_bruta_error = QLabel(ContaPagarForm)
        self.t_receita_bruta_error.setObjectName(u"t_receita_bruta_error")
        self.t_receita_bruta_error.setProperty(u"kind", u"error")
        self.t_receita_bruta_error.setWordWrap(True)
        self.t_receita_bruta_error.setVisible(False)

        self.t_receita_bruta_box.addWidget(self.t_receita_bruta_error)

        self.t_receita_bruta_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.t_receita_bruta_box.addItem(self.t_receita_bruta_rest)


        self.grid_0.addLayout(self.t_receita_bruta_box, 14, 8, 1, 4)

        self.t_percentual_box = QVBoxLayout()
        self.t_percentual_box.setSpacing(3)
        self.t_percentual_box.setObjectName(u"t_percentual_box")
        self.t_percentual_label = QLabel(ContaPagarForm)
        self.t_percentual_label.setObjectName(u"t_percentual_label")
        self.t_percentual_label.setProperty(u"kind", u"field")

        self.t_percentual_box.addWidget(self.t_percentual_label)

        self.t_percentual_edit = MoneyEdit(ContaPagarForm)
        self.t_percentual_edit.setObjectName(u"t_percentual_edit")

        self.t_percentual_box.addWidget(self.t_percentual_edit)

        self.t_percentual_error = QLabel(ContaPagarForm)
        self.t_percentual_error.setObjectName(u"t_percentual_error")
        self.t_percentual_error.setProperty(u"kind", u"error")
        self.t_percentual_error.setWordWrap(True)
        self.t_percentual_error.setVisible(False)

        self.t_percentual_box.addWidget(self.t_percentual_error)

        self.t_percentual_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.t_percentual_box.addItem(self.t_percentual_rest)


        self.grid_0.addLayout(self.t_percentual_box, 15, 0, 1, 4)

        self.t_inscricao_estadual_box = QVBoxLayout()
        self.t_inscricao_estadual_box.setSpacing(3)
        self.t_inscricao_estadual_box.setObjectName(u"t_inscricao_estadual_box")
        self.t_inscricao_estadual_label = QLabel(ContaPagarForm)
        self.t_inscricao_estadual_label.setObjectName(u"t_inscricao_estadual_label")
        self.t_inscricao_estadual_label.setProperty(u"kind", u"field")

        self.t_inscricao_estadual_box.addWidget(self.t_inscricao_estadual_label)

        self.t_inscricao_estadual_edit = QLineEdit(ContaPagarForm)
        self.t_inscricao_estadual_edit.setObjectName(u"t_inscricao_estadual_edit")
        self.t_inscricao_estadual_edit.setMaxLength(20)

        self.t_inscricao_estadual_box.addWidget(self.t_inscricao_estadual_edit)

        self.t_inscricao_estadual_error = QLabel(ContaPagarForm)
        self.t_inscricao_estadual_error.setObjectName(u"t_inscricao_estadual_error")
        self.t_inscricao_estadual_error.setProperty(u"kind", u"error")
        self.t_inscricao_estadual_error.setWordWrap(True)
        self.t_inscricao_estadual_error.setVisible(False)

        self.t_inscricao_estadual_box.addWidget(self.t_inscricao_estadual_error)

        self.t_inscricao_estadual_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.t_inscricao_estadual_box.addItem(self.t_inscricao_estadual_rest)


        self.grid_0.addLayout(self.t_inscricao_estadual_box, 15, 4, 1, 4)

        self.t_divida_ativa_box = QVBoxLayout()
        self.t_divida_ativa_box.setSpacing(3)
        self.t_divida_ativa_box.setObjectName(u"t_divida_ativa_box")
        self.t_divida_ativa_label = QLabel(ContaPagarForm)
        self.t_divida_ativa_label.setObjectName(u"t_divida_ativa_label")
        self.t_divida_ativa_label.setProperty(u"kind", u"field")

        self.t_divida_ativa_box.addWidget(self.t_divida_ativa_label)

        self.t_divida_ativa_edit = QLineEdit(ContaPagarForm)
        self.t_divida_ativa_edit.setObjectName(u"t_divida_ativa_edit")
        self.t_divida_ativa_edit.setMaxLength(20)

        self.t_divida_ativa_box.addWidget(self.t_divida_ativa_edit)

        self.t_divida_ativa_error = QLabel(ContaPagarForm)
        self.t_divida_ativa_error.setObjectName(u"t_divida_ativa_error")
        self.t_divida_ativa_error.setProperty(u"kind", u"error")
        self.t_divida_ativa_error.setWordWrap(True)
        self.t_divida_ativa_error.setVisible(False)

        self.t_divida_ativa_box.addWidget(self.t_divida_ativa_error)

        self.t_divida_ativa_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.t_divida_ativa_box.addItem(self.t_divida_ativa_rest)


        self.grid_0.addLayout(self.t_divida_ativa_box, 15, 8, 1, 4)

        self.t_codigo_barras_box = QVBoxLayout()
        self.t_codigo_barras_box.setSpacing(3)
        self.t_codigo_barras_box.setObjectName(u"t_codigo_barras_box")
        self.t_codigo_barras_label = QLabel(ContaPagarForm)
        self.t_codigo_barras_label.setObjectName(u"t_codigo_barras_label")
        self.t_codigo_barras_label.setProperty(u"kind", u"field")

        self.t_codigo_barras_box.addWidget(self.t_codigo_barras_label)

        self.t_codigo_barras_edit = QLineEdit(ContaPagarForm)
        self.t_codigo_barras_edit.setObjectName(u"t_codigo_barras_edit")
        self.t_codigo_barras_edit.setMaxLength(60)

        self.t_codigo_barras_box.addWidget(self.t_codigo_barras_edit)

        self.t_codigo_barras_error = QLabel(ContaPagarForm)
        self.t_codigo_barras_error.setObjectName(u"t_codigo_barras_error")
        self.t_codigo_barras_error.setProperty(u"kind", u"error")
        self.t_codigo_barras_error.setWordWrap(True)
        self.t_codigo_barras_error.setVisible(False)

        self.t_codigo_barras_box.addWidget(self.t_codigo_barras_error)

        self.t_codigo_barras_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.t_codigo_barras_box.addItem(self.t_codigo_barras_rest)


        self.grid_0.addLayout(self.t_codigo_barras_box, 16, 0, 1, 6)

        self.t_identificador_box = QVBoxLayout()
        self.t_identificador_box.setSpacing(3)
        self.t_identificador_box.setObjectName(u"t_identificador_box")
        self.t_identificador_label = QLabel(ContaPagarForm)
        self.t_identificador_label.setObjectName(u"t_identificador_label")
        self.t_identificador_label.setProperty(u"kind", u"field")

        self.t_identificador_box.addWidget(self.t_identificador_label)

        self.t_identificador_edit = QLineEdit(ContaPagarForm)
        self.t_identificador_edit.setObjectName(u"t_identificador_edit")
        self.t_identificador_edit.setMaxLength(20)

        self.t_identificador_box.addWidget(self.t_identificador_edit)

        self.t_identificador_error = QLabel(ContaPagarForm)
        self.t_identificador_error.setObjectName(u"t_identificador_error")
        self.t_identificador_error.setProperty(u"kind", u"error")
        self.t_identificador_error.setWordWrap(True)
        self.t_identificador_error.setVisible(False)

        self.t_identificador_box.addWidget(self.t_identificador_error)

        self.t_identificador_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.t_identificador_box.addItem(self.t_identificador_rest)


        self.grid_0.addLayout(self.t_identificador_box, 16, 6, 1, 3)

        self.t_lacre_box = QVBoxLayout()
        self.t_lacre_box.setSpacing(3)
        self.t_lacre_box.setObjectName(u"t_lacre_box")
        self.t_lacre_label = QLabel(ContaPagarForm)
        self.t_lacre_label.setObjectName(u"t_lacre_label")
        self.t_lacre_label.setProperty(u"kind", u"field")

        self.t_lacre_box.addWidget(self.t_lacre_label)

        self.t_lacre_edit = QLineEdit(ContaPagarForm)
        self.t_lacre_edit.setObjectName(u"t_lacre_edit")
        self.t_lacre_edit.setMaxLength(20)

        self.t_lacre_box.addWidget(self.t_lacre_edit)

        self.t_lacre_error = QLabel(ContaPagarForm)
        self.t_lacre_error.setObjectName(u"t_lacre_error")
        self.t_lacre_error.setProperty(u"kind", u"error")
        self.t_lacre_error.setWordWrap(True)
        self.t_lacre_error.setVisible(False)

        self.t_lacre_box.addWidget(self.t_lacre_error)

        self.t_lacre_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.t_lacre_box.addItem(self.t_lacre_rest)


        self.grid_0.addLayout(self.t_lacre_box, 16, 9, 1, 3)

        self.v_renavam_box = QVBoxLayout()
        self.v_renavam_box.setSpacing(3)
        self.v_renavam_box.setObjectName(u"v_renavam_box")
        self.v_renavam_label = QLabel(ContaPagarForm)
        self.v_renavam_label.setObjectName(u"v_renavam_label")
        self.v_renavam_label.setProperty(u"kind", u"field")

        self.v_renavam_box.addWidget(self.v_renavam_label)

        self.v_renavam_edit = QLineEdit(ContaPagarForm)
        self.v_renavam_edit.setObjectName(u"v_renavam_edit")
        self.v_renavam_edit.setMaxLength(12)

        self.v_renavam_box.addWidget(self.v_renavam_edit)

        self.v_renavam_error = QLabel(ContaPagarForm)
        self.v_renavam_error.setObjectName(u"v_renavam_error")
        self.v_renavam_error.setProperty(u"kind", u"error")
        self.v_renavam_error.setWordWrap(True)
        self.v_renavam_error.setVisible(False)

        self.v_renavam_box.addWidget(self.v_renavam_error)

        self.v_renavam_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.v_renavam_box.addItem(self.v_renavam_rest)


        self.grid_0.addLayout(self.v_renavam_box, 17, 0, 1, 3)

        self.v_placa_box = QVBoxLayout()
        self.v_placa_box.setSpacing(3)
        self.v_placa_box.setObjectName(u"v_placa_box")
        self.v_placa_label = QLabel(ContaPagarForm)
        self.v_placa_label.setObjectName(u"v_placa_label")
        self.v_placa_label.setProperty(u"kind", u"field")

        self.v_placa_box.addWidget(self.v_placa_label)

        self.v_placa_edit = QLineEdit(ContaPagarForm)
        self.v_placa_edit.setObjectName(u"v_placa_edit")
        self.v_placa_edit.setMaxLength(7)

        self.v_placa_box.addWidget(self.v_placa_edit)

        self.v_placa_error = QLabel(ContaPagarForm)
        self.v_placa_error.setObjectName(u"v_placa_error")
        self.v_placa_error.setProperty(u"kind", u"error")
        self.v_placa_error.setWordWrap(True)
        self.v_placa_error.setVisible(False)

        self.v_placa_box.addWidget(self.v_placa_error)

        self.v_placa_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.v_placa_box.addItem(self.v_placa_rest)


        self.grid_0.addLayout(self.v_placa_box, 17, 3, 1, 2)

        self.v_uf_box = QVBoxLayout()
        self.v_uf_box.setSpacing(3)
        self.v_uf_box.setObjectName(u"v_uf_box")
        self.v_uf_label = QLabel(ContaPagarForm)
        self.v_uf_label.setObjectName(u"v_uf_label")
        self.v_uf_label.setProperty(u"kind", u"field")

        self.v_uf_box.addWidget(self.v_uf_label)

        self.v_uf_edit = QLineEdit(ContaPagarForm)
        self.v_uf_edit.setObjectName(u"v_uf_edit")
        self.v_uf_edit.setMaxLength(2)

        self.v_uf_box.addWidget(self.v_uf_edit)

        self.v_uf_error = QLabel(ContaPagarForm)
        self.v_uf_error.setObjectName(u"v_uf_error")
        self.v_uf_error.setProperty(u"kind", u"error")
        self.v_uf_error.setWordWrap(True)
        self.v_uf_error.setVisible(False)

        self.v_uf_box.addWidget(self.v_uf_error)

        self.v_uf_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.v_uf_box.addItem(self.v_uf_rest)


        self.grid_0.addLayout(self.v_uf_box, 17, 5, 1, 1)

        self.v_municipio_box = QVBoxLayout()
        self.v_municipio_box.setSpacing(3)
        self.v_municipio_box.setObjectName(u"v_municipio_box")
        self.v_municipio_label = QLabel(ContaPagarForm)
        self.v_municipio_label.setObjectName(u"v_municipio_label")
        self.v_municipio_label.setProperty(u"kind", u"field")

        self.v_municipio_box.addWidget(self.v_municipio_label)

        self.v_municipio_edit = QLineEdit(ContaPagarForm)
        self.v_municipio_edit.setObjectName(u"v_municipio_edit")
        self.v_municipio_edit.setMaxLength(5)

        self.v_municipio_box.addWidget(self.v_municipio_edit)

        self.v_municipio_error = QLabel(ContaPagarForm)
        self.v_municipio_error.setObjectName(u"v_municipio_error")
        self.v_municipio_error.setProperty(u"kind", u"error")
        self.v_municipio_error.setWordWrap(True)
        self.v_municipio_error.setVisible(False)

        self.v_municipio_box.addWidget(self.v_municipio_error)

        self.v_municipio_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.v_municipio_box.addItem(self.v_municipio_rest)


        self.grid_0.addLayout(self.v_municipio_box, 17, 6, 1, 2)

        self.v_ano_base_box = QVBoxLayout()
        self.v_ano_base_box.setSpacing(3)
        self.v_ano_base_box.setObjectName(u"v_ano_base_box")
        self.v_ano_base_label = QLabel(ContaPagarForm)
        self.v_ano_base_label.setObjectName(u"v_ano_base_label")
        self.v_ano_base_label.setProperty(u"kind", u"field")

        self.v_ano_base_box.addWidget(self.v_ano_base_label)

        self.v_ano_base_edit = QLineEdit(ContaPagarForm)
        self.v_ano_base_edit.setObjectName(u"v_ano_base_edit")
        self.v_ano_base_edit.setMaxLength(4)

        self.v_ano_base_box.addWidget(self.v_ano_base_edit)

        self.v_ano_base_error = QLabel(ContaPagarForm)
        self.v_ano_base_error.setObjectName(u"v_ano_base_error")
        self.v_ano_base_error.setProperty(u"kind", u"error")
        self.v_ano_base_error.setWordWrap(True)
        self.v_ano_base_error.setVisible(False)

        self.v_ano_base_box.addWidget(self.v_ano_base_error)

        self.v_ano_base_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.v_ano_base_box.addItem(self.v_ano_base_rest)


        self.grid_0.addLayout(self.v_ano_base_box, 17, 8, 1, 2)

        self.v_opcao_pagamento_box = QVBoxLayout()
        self.v_opcao_pagamento_box.setSpacing(3)
        self.v_opcao_pagamento_box.setObjectName(u"v_opcao_pagamento_box")
        self.v_opcao_pagamento_label = QLabel(ContaPagarForm)
        self.v_opcao_pagamento_label.setObjectName(u"v_opcao_pagamento_label")
        self.v_opcao_pagamento_label.setProperty(u"kind", u"field")

        self.v_opcao_pagamento_box.addWidget(self.v_opcao_pagamento_label)

        self.v_opcao_pagamento_edit = QComboBox(ContaPagarForm)
        self.v_opcao_pagamento_edit.setObjectName(u"v_opcao_pagamento_edit")

        self.v_opcao_pagamento_box.addWidget(self.v_opcao_pagamento_edit)

        self.v_opcao_pagamento_error = QLabel(ContaPagarForm)
        self.v_opcao_pagamento_error.setObjectName(u"v_opcao_pagamento_error")
        self.v_opcao_pagamento_error.setProperty(u"kind", u"error")
        self.v_opcao_pagamento_error.setWordWrap(True)
        self.v_opcao_pagamento_error.setVisible(False)

        self.v_opcao_pagamento_box.addWidget(self.v_opcao_pagamento_error)

        self.v_opcao_pagamento_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.v_opcao_pagamento_box.addItem(self.v_opcao_pagamento_rest)


        self.grid_0.addLayout(self.v_opcao_pagamento_box, 17, 10, 1, 2)

        self.descricao_box = QVBoxLayout()
        self.descricao_box.setSpacing(3)
        self.descricao_box.setObjectName(u"descricao_box")
        self.descricao_label = QLabel(ContaPagarForm)
        self.descricao_label.setObjectName(u"descricao_label")
        self.descricao_label.setProperty(u"kind", u"field")

        self.descricao_box.addWidget(self.descricao_label)

        self.descricao_edit = QLineEdit(ContaPagarForm)
        self.descricao_edit.setObjectName(u"descricao_edit")
        self.descricao_edit.setMaxLength(200)

        self.descricao_box.addWidget(self.descricao_edit)

        self.descricao_error = QLabel(ContaPagarForm)
        self.descricao_error.setObjectName(u"descricao_error")
        self.descricao_error.setProperty(u"kind", u"error")
        self.descricao_error.setWordWrap(True)
        self.descricao_error.setVisible(False)

        self.descricao_box.addWidget(self.descricao_error)

        self.descricao_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.descricao_box.addItem(self.descricao_rest)


        self.grid_0.addLayout(self.descricao_box, 18, 0, 1, 6)

        self.mensagem_box = QVBoxLayout()
        self.mensagem_box.setSpacing(3)
        self.mensagem_box.setObjectName(u"mensagem_box")
        self.mensagem_label = QLabel(ContaPagarForm)
        self.mensagem_label.setObjectName(u"mensagem_label")
        self.mensagem_label.setProperty(u"kind", u"field")

        self.mensagem_box.addWidget(self.mensagem_label)

        self.mensagem_edit = QLineEdit(ContaPagarForm)
        self.mensagem_edit.setObjectName(u"mensagem_edit")
        self.mensagem_edit.setMaxLength(200)

        self.mensagem_box.addWidget(self.mensagem_edit)

        self.mensagem_error = QLabel(ContaPagarForm)
        self.mensagem_error.setObjectName(u"mensagem_error")
        self.mensagem_error.setProperty(u"kind", u"error")
        self.mensagem_error.setWordWrap(True)
        self.mensagem_error.setVisible(False)

        self.mensagem_box.addWidget(self.mensagem_error)

        self.mensagem_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.mensagem_box.addItem(self.mensagem_rest)


        self.grid_0.addLayout(self.mensagem_box, 18, 6, 1, 6)

        self.grid_0.setColumnStretch(0, 1)
        self.grid_0.setColumnStretch(1, 1)
        self.grid_0.setColumnStretch(2, 1)
        self.grid_0.setColumnStretch(3, 1)
        self.grid_0.setColumnStretch(4, 1)
        self.grid_0.setColumnStretch(5, 1)
        self.grid_0.setColumnStretch(6, 1)
        self.grid_0.setColumnStretch(7, 1)
        self.grid_0.setColumnStretch(8, 1)
        self.grid_0.setColumnStretch(9, 1)
        self.grid_0.setColumnStretch(10, 1)
        self.grid_0.setColumnStretch(11, 1)

        self.root.addLayout(self.grid_0)

        self.spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.root.addItem(self.spacer)

#if QT_CONFIG(shortcut)
        self.leitura_label.setBuddy(self.leitura_edit)
        self.pessoa_id_label.setBuddy(self.pessoa_id_edit)
        self.nome_label.setBuddy(self.nome_edit)
        self.codigo_label.setBuddy(self.codigo_edit)
        self.documento_label.setBuddy(self.documento_edit)
        self.emissao_label.setBuddy(self.emissao_edit)
        self.vencimento_label.setBuddy(self.vencimento_edit)
        self.data_pagamento_label.setBuddy(self.data_pagamento_edit)
        self.valor_label.setBuddy(self.valor_edit)
        self.desconto_label.setBuddy(self.desconto_edit)
        self.acrescimos_label.setBuddy(self.acrescimos_edit)
        self.filial_id_label.setBuddy(self.filial_id_edit)
        self.forma_label.setBuddy(self.forma_edit)
        self.convenio_id_label.setBuddy(self.convenio_id_edit)
        self.conta_favorecido_id_label.setBuddy(self.conta_favorecido_id_edit)
        self.chave_favorecido_id_label.setBuddy(self.chave_favorecido_id_edit)
        self.codigo_barras_label.setBuddy(self.codigo_barras_edit)
        self.pix_qr_label.setBuddy(self.pix_qr_edit)
        self.pix_txid_label.setBuddy(self.pix_txid_edit)
        self.final_nome_label.setBuddy(self.final_nome_edit)
        self.final_documento_label.setBuddy(self.final_documento_edit)
        self.tributo_label.setBuddy(self.tributo_edit)
        self.t_receita_label.setBuddy(self.t_receita_edit)
        self.t_contribuinte_documento_label.setBuddy(self.t_contribuinte_documento_edit)
        self.t_contribuinte_nome_label.setBuddy(self.t_contribuinte_nome_edit)
        self.t_competencia_label.setBuddy(self.t_competencia_edit)
        self.t_periodo_apuracao_label.setBuddy(self.t_periodo_apuracao_edit)
        self.t_vencimento_label.setBuddy(self.t_vencimento_edit)
        self.t_referencia_label.setBuddy(self.t_referencia_edit)
        self.t_valor_principal_label.setBuddy(self.t_valor_principal_edit)
        self.t_multa_label.setBuddy(self.t_multa_edit)
        self.t_juros_label.setBuddy(self.t_juros_edit)
        self.t_desconto_label.setBuddy(self.t_desconto_edit)
        self.t_outras_entidades_label.setBuddy(self.t_outras_entidades_edit)
        self.t_atualizacao_label.setBuddy(self.t_atualizacao_edit)
        self.t_receita_bruta_label.setBuddy(self.t_receita_bruta_edit)
        self.t_percentual_label.setBuddy(self.t_percentual_edit)
        self.t_inscricao_estadual_label.setBuddy(self.t_inscricao_estadual_edit)
        self.t_divida_ativa_label.setBuddy(self.t_divida_ativa_edit)
        self.t_codigo_barras_label.setBuddy(self.t_codigo_barras_edit)
        self.t_identificador_label.setBuddy(self.t_identificador_edit)
        self.t_lacre_label.setBuddy(self.t_lacre_edit)
        self.v_renavam_label.setBuddy(self.v_renavam_edit)
        self.v_placa_label.setBuddy(self.v_placa_edit)
        self.v_uf_label.setBuddy(self.v_uf_edit)
        self.v_municipio_label.setBuddy(self.v_municipio_edit)
        self.v_ano_base_label.setBuddy(self.v_ano_base_edit)
        self.v_opcao_pagamento_label.setBuddy(self.v_opcao_pagamento_edit)
        self.descricao_label.setBuddy(self.descricao_edit)
        self.mensagem_label.setBuddy(self.mensagem_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ContaPagarForm)
    # setupUi

    def retranslateUi(self, ContaPagarForm):
        self.leitura_label.setText(QCoreApplication.translate("ContaPagarForm", u"&Ler boleto, conta ou Pix", None))
        self.leitura_edit.setPlaceholderText(QCoreApplication.translate("ContaPagarForm", u"Linha digit\u00e1vel, leitor de c\u00f3digo, Pix copia e cola ou PDF solto aqui", None))
        self.pessoa_id_label.setText(QCoreApplication.translate("ContaPagarForm", u"&Favorecido", None))
        self.pessoa_id_edit.setPlaceholderText(QCoreApplication.translate("ContaPagarForm", u"Nome ou CPF/CNPJ (F8)", None))
        self.nome_label.setText(QCoreApplication.translate("ContaPagarForm", u"&Nome, se n\u00e3o cadastrado", None))
        self.codigo_label.setText(QCoreApplication.translate("ContaPagarForm", u"&C\u00f3digo", None))
        self.codigo_edit.setPlaceholderText(QCoreApplication.translate("ContaPagarForm", u"autom\u00e1tico", None))
        self.documento_label.setText(QCoreApplication.translate("ContaPagarForm", u"N\u00ba do d&ocumento", None))
        self.emissao_label.setText(QCoreApplication.translate("ContaPagarForm", u"&Emiss\u00e3o", None))
        self.vencimento_label.setText(QCoreApplication.translate("ContaPagarForm", u"&Vencimento", None))
        self.data_pagamento_label.setText(QCoreApplication.translate("ContaPagarForm", u"&Pagar em", None))
        self.valor_label.setText(QCoreApplication.translate("ContaPagarForm", u"V&alor (R$)", None))
        self.desconto_label.setText(QCoreApplication.translate("ContaPagarForm", u"&Desconto", None))
        self.acrescimos_label.setText(QCoreApplication.translate("ContaPagarForm", u"Ac&r\u00e9scimos", None))
        self.filial_id_label.setText(QCoreApplication.translate("ContaPagarForm", u"Filial", None))
        self.forma_label.setText(QCoreApplication.translate("ContaPagarForm", u"For&ma de pagamento", None))
        self.convenio_id_label.setText(QCoreApplication.translate("ContaPagarForm", u"Conta que pa&ga", None))
        self.conta_favorecido_id_label.setText(QCoreApplication.translate("ContaPagarForm", u"Con&ta do favorecido", None))
        self.chave_favorecido_id_label.setText(QCoreApplication.translate("ContaPagarForm", u"Chave Pi&x do favorecido", None))
        self.codigo_barras_label.setText(QCoreApplication.translate("ContaPagarForm", u"C\u00f3digo de &barras", None))
        self.pix_qr_label.setText(QCoreApplication.translate("ContaPagarForm", u"Endere\u00e7o ou chave do &QR Code", None))
        self.pix_txid_label.setText(QCoreApplication.translate("ContaPagarForm", u"Identifica\u00e7\u00e3o (txid)", None))
        self.final_nome_label.setText(QCoreApplication.translate("ContaPagarForm", u"Benefici\u00e1rio final", None))
        self.final_documento_label.setText(QCoreApplication.translate("ContaPagarForm", u"CPF ou CNPJ dele", None))
        self.tributo_label.setText(QCoreApplication.translate("ContaPagarForm", u"G&uia", None))
        self.t_receita_label.setText(QCoreApplication.translate("ContaPagarForm", u"C\u00f3digo da receita", None))
        self.t_contribuinte_documento_label.setText(QCoreApplication.translate("ContaPagarForm", u"CPF, CNPJ ou NIT", None))
        self.t_contribuinte_nome_label.setText(QCoreApplication.translate("ContaPagarForm", u"Contribuinte", None))
        self.t_competencia_label.setText(QCoreApplication.translate("ContaPagarForm", u"Compet\u00eancia (MMAAAA)", None))
        self.t_periodo_apuracao_label.setText(QCoreApplication.translate("ContaPagarForm", u"Per\u00edodo de apura\u00e7\u00e3o", None))
        self.t_vencimento_label.setText(QCoreApplication.translate("ContaPagarForm", u"Vencimento da guia", None))
        self.t_referencia_label.setText(QCoreApplication.translate("ContaPagarForm", u"Refer\u00eancia ou parcela", None))
        self.t_valor_principal_label.setText(QCoreApplication.translate("ContaPagarForm", u"Principal", None))
        self.t_multa_label.setText(QCoreApplication.translate("ContaPagarForm", u"Multa", None))
        self.t_juros_label.setText(QCoreApplication.translate("ContaPagarForm", u"Juros", None))
        self.t_desconto_label.setText(QCoreApplication.translate("ContaPagarForm", u"Desconto da guia", None))
        self.t_outras_entidades_label.setText(QCoreApplication.translate("ContaPagarForm", u"Outras entidades", None))
        self.t_atualizacao_label.setText(QCoreApplication.translate("ContaPagarForm", u"Atualiza\u00e7\u00e3o monet\u00e1ria", None))
        self.t_receita_bruta_label.setText(QCoreApplication.translate("ContaPagarForm", u"Receita bruta", None))
        self.t_percentual_label.setText(QCoreApplication.translate("ContaPagarForm", u"Percentual (%)", None))
        self.t_inscricao_estadual_label.setText(QCoreApplication.translate("ContaPagarForm", u"Inscri\u00e7\u00e3o estadual", None))
        self.t_divida_ativa_label.setText(QCoreApplication.translate("ContaPagarForm", u"D\u00edvida ativa ou etiqueta", None))
        self.t_codigo_barras_label.setText(QCoreApplication.translate("ContaPagarForm", u"C\u00f3digo da guia", None))
        self.t_identificador_label.setText(QCoreApplication.translate("ContaPagarForm", u"Identificador", None))
        self.t_lacre_label.setText(QCoreApplication.translate("ContaPagarForm", u"Lacre", None))
        self.v_renavam_label.setText(QCoreApplication.translate("ContaPagarForm", u"Renavam", None))
        self.v_placa_label.setText(QCoreApplication.translate("ContaPagarForm", u"Placa", None))
        self.v_uf_label.setText(QCoreApplication.translate("ContaPagarForm", u"UF", None))
        self.v_municipio_label.setText(QCoreApplication.translate("ContaPagarForm", u"Munic\u00edpio (c\u00f3digo)", None))
        self.v_ano_base_label.setText(QCoreApplication.translate("ContaPagarForm", u"Ano-base", None))
        self.v_opcao_pagamento_label.setText(QCoreApplication.translate("ContaPagarForm", u"Op\u00e7\u00e3o", None))
        self.descricao_label.setText(QCoreApplication.translate("ContaPagarForm", u"Descri\u00e7\u00e3o", None))
        self.mensagem_label.setText(QCoreApplication.translate("ContaPagarForm", u"Mensagem ao favorecido", None))
        pass
    # retranslateUi

