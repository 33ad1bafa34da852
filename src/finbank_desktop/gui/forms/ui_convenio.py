# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'convenio.ui'
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
from PySide6.QtWidgets import (QAbstractSpinBox, QApplication, QCheckBox, QComboBox,
    QGridLayout, QLabel, QLineEdit, QPlainTextEdit,
    QSizePolicy, QSpacerItem, QSpinBox, QTabWidget,
    QVBoxLayout, QWidget)

from finbank_desktop.gui.widgets.edits import MoneyEdit

class Ui_ConvenioForm(object):
    def setupUi(self, ConvenioForm):
        if not ConvenioForm.objectName():
            ConvenioForm.setObjectName(u"ConvenioForm")
        self.root = QVBoxLayout(ConvenioForm)
        self.root.setObjectName(u"root")
        self.root.setContentsMargins(0, 0, 0, 0)
        self.tabs = QTabWidget(ConvenioForm)
        self.tabs.setObjectName(u"tabs")
        self.tabs.setDocumentMode(True)
        self.tab_0 = QWidget()
        self.tab_0.setObjectName(u"tab_0")
        self.tab_box_0 = QVBoxLayout(self.tab_0)
        self.tab_box_0.setObjectName(u"tab_box_0")
        self.tab_box_0.setContentsMargins(0, 16, 0, -1)
        self.grid_0 = QGridLayout()
        self.grid_0.setObjectName(u"grid_0")
        self.grid_0.setHorizontalSpacing(16)
        self.grid_0.setVerticalSpacing(12)
        self.codigo_box = QVBoxLayout()
        self.codigo_box.setSpacing(3)
        self.codigo_box.setObjectName(u"codigo_box")
        self.codigo_label = QLabel(self.tab_0)
        self.codigo_label.setObjectName(u"codigo_label")
        self.codigo_label.setProperty(u"kind", u"field")

        self.codigo_box.addWidget(self.codigo_label)

        self.codigo_edit = QLineEdit(self.tab_0)
        self.codigo_edit.setObjectName(u"codigo_edit")
        self.codigo_edit.setMaxLength(20)

        self.codigo_box.addWidget(self.codigo_edit)

        self.codigo_error = QLabel(self.tab_0)
        self.codigo_error.setObjectName(u"codigo_error")
        self.codigo_error.setProperty(u"kind", u"error")
        self.codigo_error.setWordWrap(True)
        self.codigo_error.setVisible(False)

        self.codigo_box.addWidget(self.codigo_error)

        self.codigo_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.codigo_box.addItem(self.codigo_rest)


        self.grid_0.addLayout(self.codigo_box, 0, 0, 1, 2)

        self.descricao_box = QVBoxLayout()
        self.descricao_box.setSpacing(3)
        self.descricao_box.setObjectName(u"descricao_box")
        self.descricao_label = QLabel(self.tab_0)
        self.descricao_label.setObjectName(u"descricao_label")
        self.descricao_label.setProperty(u"kind", u"field")

        self.descricao_box.addWidget(self.descricao_label)

        self.descricao_edit = QLineEdit(self.tab_0)
        self.descricao_edit.setObjectName(u"descricao_edit")
        self.descricao_edit.setMaxLength(80)

        self.descricao_box.addWidget(self.descricao_edit)

        self.descricao_error = QLabel(self.tab_0)
        self.descricao_error.setObjectName(u"descricao_error")
        self.descricao_error.setProperty(u"kind", u"error")
        self.descricao_error.setWordWrap(True)
        self.descricao_error.setVisible(False)

        self.descricao_box.addWidget(self.descricao_error)

        self.descricao_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.descricao_box.addItem(self.descricao_rest)


        self.grid_0.addLayout(self.descricao_box, 0, 2, 1, 6)

        self.conta_id_box = QVBoxLayout()
        self.conta_id_box.setSpacing(3)
        self.conta_id_box.setObjectName(u"conta_id_box")
        self.conta_id_label = QLabel(self.tab_0)
        self.conta_id_label.setObjectName(u"conta_id_label")
        self.conta_id_label.setProperty(u"kind", u"field")

        self.conta_id_box.addWidget(self.conta_id_label)

        self.conta_id_edit = QComboBox(self.tab_0)
        self.conta_id_edit.setObjectName(u"conta_id_edit")

        self.conta_id_box.addWidget(self.conta_id_edit)

        self.conta_id_error = QLabel(self.tab_0)
        self.conta_id_error.setObjectName(u"conta_id_error")
        self.conta_id_error.setProperty(u"kind", u"error")
        self.conta_id_error.setWordWrap(True)
        self.conta_id_error.setVisible(False)

        self.conta_id_box.addWidget(self.conta_id_error)

        self.conta_id_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.conta_id_box.addItem(self.conta_id_rest)


        self.grid_0.addLayout(self.conta_id_box, 0, 8, 1, 4)

        self.formato_box = QVBoxLayout()
        self.formato_box.setSpacing(3)
        self.formato_box.setObjectName(u"formato_box")
        self.formato_label = QLabel(self.tab_0)
        self.formato_label.setObjectName(u"formato_label")
        self.formato_label.setProperty(u"kind", u"field")

        self.formato_box.addWidget(self.formato_label)

        self.formato_edit = QComboBox(self.tab_0)
        self.formato_edit.setObjectName(u"formato_edit")

        self.formato_box.addWidget(self.formato_edit)

        self.formato_error = QLabel(self.tab_0)
        self.formato_error.setObjectName(u"formato_error")
        self.formato_error.setProperty(u"kind", u"error")
        self.formato_error.setWordWrap(True)
        self.formato_error.setVisible(False)

        self.formato_box.addWidget(self.formato_error)

        self.formato_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.formato_box.addItem(self.formato_rest)


        self.grid_0.addLayout(self.formato_box, 1, 0, 1, 3)

        self.carteira_box = QVBoxLayout()
        self.carteira_box.setSpacing(3)
        self.carteira_box.setObjectName(u"carteira_box")
        self.carteira_label = QLabel(self.tab_0)
        self.carteira_label.setObjectName(u"carteira_label")
        self.carteira_label.setProperty(u"kind", u"field")

        self.carteira_box.addWidget(self.carteira_label)

        self.carteira_edit = QLineEdit(self.tab_0)
        self.carteira_edit.setObjectName(u"carteira_edit")
        self.carteira_edit.setMaxLength(10)

        self.carteira_box.addWidget(self.carteira_edit)

        self.carteira_error = QLabel(self.tab_0)
        self.carteira_error.setObjectName(u"carteira_error")
        self.carteira_error.setProperty(u"kind", u"error")
        self.carteira_error.setWordWrap(True)
        self.carteira_error.setVisible(False)

        self.carteira_box.addWidget(self.carteira_error)

        self.carteira_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.carteira_box.addItem(self.carteira_rest)


        self.grid_0.addLayout(self.carteira_box, 1, 3, 1, 3)

        self.variacao_box = QVBoxLayout()
        self.variacao_box.setSpacing(3)
        self.variacao_box.setObjectName(u"variacao_box")
        self.variacao_label = QLabel(self.tab_0)
        self.variacao_label.setObjectName(u"variacao_label")
        self.variacao_label.setProperty(u"kind", u"field")

        self.variacao_box.addWidget(self.variacao_label)

        self.variacao_edit = QLineEdit(self.tab_0)
        self.variacao_edit.setObjectName(u"variacao_edit")
        self.variacao_edit.setMaxLength(10)

        self.variacao_box.addWidget(self.variacao_edit)

        self.variacao_error = QLabel(self.tab_0)
        self.variacao_error.setObjectName(u"variacao_error")
        self.variacao_error.setProperty(u"kind", u"error")
        self.variacao_error.setWordWrap(True)
        self.variacao_error.setVisible(False)

        self.variacao_box.addWidget(self.variacao_error)

        self.variacao_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.variacao_box.addItem(self.variacao_rest)


        self.grid_0.addLayout(self.variacao_box, 1, 6, 1, 2)

        self.modalidade_box = QVBoxLayout()
        self.modalidade_box.setSpacing(3)
        self.modalidade_box.setObjectName(u"modalidade_box")
        self.modalidade_label = QLabel(self.tab_0)
        self.modalidade_label.setObjectName(u"modalidade_label")
        self.modalidade_label.setProperty(u"kind", u"field")

        self.modalidade_box.addWidget(self.modalidade_label)

        self.modalidade_edit = QLineEdit(self.tab_0)
        self.modalidade_edit.setObjectName(u"modalidade_edit")
        self.modalidade_edit.setMaxLength(10)

        self.modalidade_box.addWidget(self.modalidade_edit)

        self.modalidade_error = QLabel(self.tab_0)
        self.modalidade_error.setObjectName(u"modalidade_error")
        self.modalidade_error.setProperty(u"kind", u"error")
        self.modalidade_error.setWordWrap(True)
        self.modalidade_error.setVisible(False)

        self.modalidade_box.addWidget(self.modalidade_error)

        self.modalidade_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.modalidade_box.addItem(self.modalidade_rest)


        self.grid_0.addLayout(self.modalidade_box, 1, 8, 1, 4)

        self.convenio_box = QVBoxLayout()
        self.convenio_box.setSpacing(3)
        self.convenio_box.setObjectName(u"convenio_box")
        self.convenio_label = QLabel(self.tab_0)
        self.convenio_label.setObjectName(u"convenio_label")
        self.convenio_label.setProperty(u"kind", u"field")

        self.convenio_box.addWidget(self.convenio_label)

        self.convenio_edit = QLineEdit(self.tab_0)
        self.convenio_edit.setObjectName(u"convenio_edit")
        self.convenio_edit.setMaxLength(20)

        self.convenio_box.addWidget(self.convenio_edit)

        self.convenio_error = QLabel(self.tab_0)
        self.convenio_error.setObjectName(u"convenio_error")
        self.convenio_error.setProperty(u"kind", u"error")
        self.convenio_error.setWordWrap(True)
        self.convenio_error.setVisible(False)

        self.convenio_box.addWidget(self.convenio_error)

        self.convenio_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.convenio_box.addItem(self.convenio_rest)


        self.grid_0.addLayout(self.convenio_box, 2, 0, 1, 4)

        self.codigo_beneficiario_box = QVBoxLayout()
        self.codigo_beneficiario_box.setSpacing(3)
        self.codigo_beneficiario_box.setObjectName(u"codigo_beneficiario_box")
        self.codigo_beneficiario_label = QLabel(self.tab_0)
        self.codigo_beneficiario_label.setObjectName(u"codigo_beneficiario_label")
        self.codigo_beneficiario_label.setProperty(u"kind", u"field")

        self.codigo_beneficiario_box.addWidget(self.codigo_beneficiario_label)

        self.codigo_beneficiario_edit = QLineEdit(self.tab_0)
        self.codigo_beneficiario_edit.setObjectName(u"codigo_beneficiario_edit")
        self.codigo_beneficiario_edit.setMaxLength(20)

        self.codigo_beneficiario_box.addWidget(self.codigo_beneficiario_edit)

        self.codigo_beneficiario_error = QLabel(self.tab_0)
        self.codigo_beneficiario_error.setObjectName(u"codigo_beneficiario_error")
        self.codigo_beneficiario_error.setProperty(u"kind", u"error")
        self.codigo_beneficiario_error.setWordWrap(True)
        self.codigo_beneficiario_error.setVisible(False)

        self.codigo_beneficiario_box.addWidget(self.codigo_beneficiario_error)

        self.codigo_beneficiario_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.codigo_beneficiario_box.addItem(self.codigo_beneficiario_rest)


        self.grid_0.addLayout(self.codigo_beneficiario_box, 2, 4, 1, 5)

        self.codigo_beneficiario_dv_box = QVBoxLayout()
        self.codigo_beneficiario_dv_box.setSpacing(3)
        self.codigo_beneficiario_dv_box.setObjectName(u"codigo_beneficiario_dv_box")
        self.codigo_beneficiario_dv_label = QLabel(self.tab_0)
        self.codigo_beneficiario_dv_label.setObjectName(u"codigo_beneficiario_dv_label")
        self.codigo_beneficiario_dv_label.setProperty(u"kind", u"field")

        self.codigo_beneficiario_dv_box.addWidget(self.codigo_beneficiario_dv_label)

        self.codigo_beneficiario_dv_edit = QLineEdit(self.tab_0)
        self.codigo_beneficiario_dv_edit.setObjectName(u"codigo_beneficiario_dv_edit")
        self.codigo_beneficiario_dv_edit.setMaxLength(2)

        self.codigo_beneficiario_dv_box.addWidget(self.codigo_beneficiario_dv_edit)

        self.codigo_beneficiario_dv_error = QLabel(self.tab_0)
        self.codigo_beneficiario_dv_error.setObjectName(u"codigo_beneficiario_dv_error")
        self.codigo_beneficiario_dv_error.setProperty(u"kind", u"error")
        self.codigo_beneficiario_dv_error.setWordWrap(True)
        self.codigo_beneficiario_dv_error.setVisible(False)

        self.codigo_beneficiario_dv_box.addWidget(self.codigo_beneficiario_dv_error)

        self.codigo_beneficiario_dv_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.codigo_beneficiario_dv_box.addItem(self.codigo_beneficiario_dv_rest)


        self.grid_0.addLayout(self.codigo_beneficiario_dv_box, 2, 9, 1, 1)

        self.especie_box = QVBoxLayout()
        self.especie_box.setSpacing(3)
        self.especie_box.setObjectName(u"especie_box")
        self.especie_label = QLabel(self.tab_0)
        self.especie_label.setObjectName(u"especie_label")
        self.especie_label.setProperty(u"kind", u"field")

        self.especie_box.addWidget(self.especie_label)

        self.especie_edit = QLineEdit(self.tab_0)
        self.especie_edit.setObjectName(u"especie_edit")
        self.especie_edit.setMaxLength(5)

        self.especie_box.addWidget(self.especie_edit)

        self.especie_error = QLabel(self.tab_0)
        self.especie_error.setObjectName(u"especie_error")
        self.especie_error.setProperty(u"kind", u"error")
        self.especie_error.setWordWrap(True)
        self.especie_error.setVisible(False)

        self.especie_box.addWidget(self.especie_error)

        self.especie_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.especie_box.addItem(self.especie_rest)


        self.grid_0.addLayout(self.especie_box, 2, 10, 1, 2)

        self.emissao_box = QVBoxLayout()
        self.emissao_box.setSpacing(3)
        self.emissao_box.setObjectName(u"emissao_box")
        self.emissao_label = QLabel(self.tab_0)
        self.emissao_label.setObjectName(u"emissao_label")
        self.emissao_label.setProperty(u"kind", u"field")

        self.emissao_box.addWidget(self.emissao_label)

        self.emissao_edit = QComboBox(self.tab_0)
        self.emissao_edit.setObjectName(u"emissao_edit")

        self.emissao_box.addWidget(self.emissao_edit)

        self.emissao_error = QLabel(self.tab_0)
        self.emissao_error.setObjectName(u"emissao_error")
        self.emissao_error.setProperty(u"kind", u"error")
        self.emissao_error.setWordWrap(True)
        self.emissao_error.setVisible(False)

        self.emissao_box.addWidget(self.emissao_error)

        self.emissao_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.emissao_box.addItem(self.emissao_rest)


        self.grid_0.addLayout(self.emissao_box, 3, 0, 1, 4)

        self.aceite_box = QVBoxLayout()
        self.aceite_box.setSpacing(3)
        self.aceite_box.setObjectName(u"aceite_box")
        self.aceite_label = QLabel(self.tab_0)
        self.aceite_label.setObjectName(u"aceite_label")
        self.aceite_label.setProperty(u"kind", u"field")
        self.aceite_label.setText(u"")

        self.aceite_box.addWidget(self.aceite_label)

        self.aceite_edit = QCheckBox(self.tab_0)
        self.aceite_edit.setObjectName(u"aceite_edit")

        self.aceite_box.addWidget(self.aceite_edit)

        self.aceite_error = QLabel(self.tab_0)
        self.aceite_error.setObjectName(u"aceite_error")
        self.aceite_error.setProperty(u"kind", u"error")
        self.aceite_error.setWordWrap(True)
        self.aceite_error.setVisible(False)

        self.aceite_box.addWidget(self.aceite_error)

        self.aceite_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.aceite_box.addItem(self.aceite_rest)


        self.grid_0.addLayout(self.aceite_box, 3, 4, 1, 4)

        self.ativo_box = QVBoxLayout()
        self.ativo_box.setSpacing(3)
        self.ativo_box.setObjectName(u"ativo_box")
        self.ativo_label = QLabel(self.tab_0)
        self.ativo_label.setObjectName(u"ativo_label")
        self.ativo_label.setProperty(u"kind", u"field")
        self.ativo_label.setText(u"")

        self.ativo_box.addWidget(self.ativo_label)

        self.ativo_edit = QCheckBox(self.tab_0)
        self.ativo_edit.setObjectName(u"ativo_edit")

        self.ativo_box.addWidget(self.ativo_edit)

        self.ativo_error = QLabel(self.tab_0)
        self.ativo_error.setObjectName(u"ativo_error")
        self.ativo_error.setProperty(u"kind", u"error")
        self.ativo_error.setWordWrap(True)
        self.ativo_error.setVisible(False)

        self.ativo_box.addWidget(self.ativo_error)

        self.ativo_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.ativo_box.addItem(self.ativo_rest)


        self.grid_0.addLayout(self.ativo_box, 3, 8, 1, 4)

        self.extras_box = QVBoxLayout()
        self.extras_box.setSpacing(3)
        self.extras_box.setObjectName(u"extras_box")
        self.extras_label = QLabel(self.tab_0)
        self.extras_label.setObjectName(u"extras_label")
        self.extras_label.setProperty(u"kind", u"field")

        self.extras_box.addWidget(self.extras_label)

        self.extras_edit = QPlainTextEdit(self.tab_0)
        self.extras_edit.setObjectName(u"extras_edit")
        self.extras_edit.setTabChangesFocus(True)
        self.extras_edit.setMinimumSize(QSize(0, 64))
        self.extras_edit.setMaximumSize(QSize(16777215, 110))

        self.extras_box.addWidget(self.extras_edit)

        self.extras_error = QLabel(self.tab_0)
        self.extras_error.setObjectName(u"extras_error")
        self.extras_error.setProperty(u"kind", u"error")
        self.extras_error.setWordWrap(True)
        self.extras_error.setVisible(False)

        self.extras_box.addWidget(self.extras_error)

        self.extras_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.extras_box.addItem(self.extras_rest)


        self.grid_0.addLayout(self.extras_box, 4, 0, 1, 12)

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

        self.tab_box_0.addLayout(self.grid_0)

        self.spacer_0 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.tab_box_0.addItem(self.spacer_0)

        self.tabs.addTab(self.tab_0, "")
        self.tab_1 = QWidget()
        self.tab_1.setObjectName(u"tab_1")
        self.tab_box_1 = QVBoxLayout(self.tab_1)
        self.tab_box_1.setObjectName(u"tab_box_1")
        self.tab_box_1.setContentsMargins(0, 16, 0, -1)
        self.grid_1 = QGridLayout()
        self.grid_1.setObjectName(u"grid_1")
        self.grid_1.setHorizontalSpacing(16)
        self.grid_1.setVerticalSpacing(12)
        self.nosso_numero_inicio_box = QVBoxLayout()
        self.nosso_numero_inicio_box.setSpacing(3)
        self.nosso_numero_inicio_box.setObjectName(u"nosso_numero_inicio_box")
        self.nosso_numero_inicio_label = QLabel(self.tab_1)
        self.nosso_numero_inicio_label.setObjectName(u"nosso_numero_inicio_label")
        self.nosso_numero_inicio_label.setProperty(u"kind", u"field")

        self.nosso_numero_inicio_box.addWidget(self.nosso_numero_inicio_label)

        self.nosso_numero_inicio_edit = QLineEdit(self.tab_1)
        self.nosso_numero_inicio_edit.setObjectName(u"nosso_numero_inicio_edit")

        self.nosso_numero_inicio_box.addWidget(self.nosso_numero_inicio_edit)

        self.nosso_numero_inicio_error = QLabel(self.tab_1)
        self.nosso_numero_inicio_error.setObjectName(u"nosso_numero_inicio_error")
        self.nosso_numero_inicio_error.setProperty(u"kind", u"error")
        self.nosso_numero_inicio_error.setWordWrap(True)
        self.nosso_numero_inicio_error.setVisible(False)

        self.nosso_numero_inicio_box.addWidget(self.nosso_numero_inicio_error)

        self.nosso_numero_inicio_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.nosso_numero_inicio_box.addItem(self.nosso_numero_inicio_rest)


        self.grid_1.addLayout(self.nosso_numero_inicio_box, 0, 0, 1, 4)

        self.nosso_numero_fim_box = QVBoxLayout()
        self.nosso_numero_fim_box.setSpacing(3)
        self.nosso_numero_fim_box.setObjectName(u"nosso_numero_fim_box")
        self.nosso_numero_fim_label = QLabel(self.tab_1)
        self.nosso_numero_fim_label.setObjectName(u"nosso_numero_fim_label")
        self.nosso_numero_fim_label.setProperty(u"kind", u"field")

        self.nosso_numero_fim_box.addWidget(self.nosso_numero_fim_label)

        self.nosso_numero_fim_edit = QLineEdit(self.tab_1)
        self.nosso_numero_fim_edit.setObjectName(u"nosso_numero_fim_edit")

        self.nosso_numero_fim_box.addWidget(self.nosso_numero_fim_edit)

        self.nosso_numero_fim_error = QLabel(self.tab_1)
        self.nosso_numero_fim_error.setObjectName(u"nosso_numero_fim_error")
        self.nosso_numero_fim_error.setProperty(u"kind", u"error")
        self.nosso_numero_fim_error.setWordWrap(True)
        self.nosso_numero_fim_error.setVisible(False)

        self.nosso_numero_fim_box.addWidget(self.nosso_numero_fim_error)

        self.nosso_numero_fim_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.nosso_numero_fim_box.addItem(self.nosso_numero_fim_rest)


        self.grid_1.addLayout(self.nosso_numero_fim_box, 0, 4, 1, 4)

        self.proximo_nosso_numero_box = QVBoxLayout()
        self.proximo_nosso_numero_box.setSpacing(3)
        self.proximo_nosso_numero_box.setObjectName(u"proximo_nosso_numero_box")
        self.proximo_nosso_numero_label = QLabel(self.tab_1)
        self.proximo_nosso_numero_label.setObjectName(u"proximo_nosso_numero_label")
        self.proximo_nosso_numero_label.setProperty(u"kind", u"field")

        self.proximo_nosso_numero_box.addWidget(self.proximo_nosso_numero_label)

        self.proximo_nosso_numero_edit = QLineEdit(self.tab_1)
        self.proximo_nosso_numero_edit.setObjectName(u"proximo_nosso_numero_edit")

        self.proximo_nosso_numero_box.addWidget(self.proximo_nosso_numero_edit)

        self.proximo_nosso_numero_error = QLabel(self.tab_1)
        self.proximo_nosso_numero_error.setObjectName(u"proximo_nosso_numero_error")
        self.proximo_nosso_numero_error.setProperty(u"kind", u"error")
        self.proximo_nosso_numero_error.setWordWrap(True)
        self.proximo_nosso_numero_error.setVisible(False)

        self.proximo_nosso_numero_box.addWidget(self.proximo_nosso_numero_error)

        self.proximo_nosso_numero_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.proximo_nosso_numero_box.addItem(self.proximo_nosso_numero_rest)


        self.grid_1.addLayout(self.proximo_nosso_numero_box, 0, 8, 1, 4)

        self.proxima_remessa_box = QVBoxLayout()
        self.proxima_remessa_box.setSpacing(3)
        self.proxima_remessa_box.setObjectName(u"proxima_remessa_box")
        self.proxima_remessa_label = QLabel(self.tab_1)
        self.proxima_remessa_label.setObjectName(u"proxima_remessa_label")
        self.proxima_remessa_label.setProperty(u"kind", u"field")

        self.proxima_remessa_box.addWidget(self.proxima_remessa_label)

        self.proxima_remessa_edit = QSpinBox(self.tab_1)
        self.proxima_remessa_edit.setObjectName(u"proxima_remessa_edit")
        self.proxima_remessa_edit.setMaximum(999999999)
        self.proxima_remessa_edit.setMinimum(1)
        self.proxima_remessa_edit.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)

        self.proxima_remessa_box.addWidget(self.proxima_remessa_edit)

        self.proxima_remessa_error = QLabel(self.tab_1)
        self.proxima_remessa_error.setObjectName(u"proxima_remessa_error")
        self.proxima_remessa_error.setProperty(u"kind", u"error")
        self.proxima_remessa_error.setWordWrap(True)
        self.proxima_remessa_error.setVisible(False)

        self.proxima_remessa_box.addWidget(self.proxima_remessa_error)

        self.proxima_remessa_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.proxima_remessa_box.addItem(self.proxima_remessa_rest)


        self.grid_1.addLayout(self.proxima_remessa_box, 1, 0, 1, 4)

        self.grid_1.setColumnStretch(0, 1)
        self.grid_1.setColumnStretch(1, 1)
        self.grid_1.setColumnStretch(2, 1)
        self.grid_1.setColumnStretch(3, 1)
        self.grid_1.setColumnStretch(4, 1)
        self.grid_1.setColumnStretch(5, 1)
        self.grid_1.setColumnStretch(6, 1)
        self.grid_1.setColumnStretch(7, 1)
        self.grid_1.setColumnStretch(8, 1)
        self.grid_1.setColumnStretch(9, 1)
        self.grid_1.setColumnStretch(10, 1)
        self.grid_1.setColumnStretch(11, 1)

        self.tab_box_1.addLayout(self.grid_1)

        self.spacer_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.tab_box_1.addItem(self.spacer_1)

        self.tabs.addTab(self.tab_1, "")
        self.tab_2 = QWidget()
        self.tab_2.setObjectName(u"tab_2")
        self.tab_box_2 = QVBoxLayout(self.tab_2)
        self.tab_box_2.setObjectName(u"tab_box_2")
        self.tab_box_2.setContentsMargins(0, 16, 0, -1)
        self.grid_2 = QGridLayout()
        self.grid_2.setObjectName(u"grid_2")
        self.grid_2.setHorizontalSpacing(16)
        self.grid_2.setVerticalSpacing(12)
        self.juros_tipo_box = QVBoxLayout()
        self.juros_tipo_box.setSpacing(3)
        self.juros_tipo_box.setObjectName(u"juros_tipo_box")
        self.juros_tipo_label = QLabel(self.tab_2)
        self.juros_tipo_label.setObjectName(u"juros_tipo_label")
        self.juros_tipo_label.setProperty(u"kind", u"field")

        self.juros_tipo_box.addWidget(self.juros_tipo_label)

        self.juros_tipo_edit = QComboBox(self.tab_2)
        self.juros_tipo_edit.setObjectName(u"juros_tipo_edit")

        self.juros_tipo_box.addWidget(self.juros_tipo_edit)

        self.juros_tipo_error = QLabel(self.tab_2)
        self.juros_tipo_error.setObjectName(u"juros_tipo_error")
        self.juros_tipo_error.setProperty(u"kind", u"error")
        self.juros_tipo_error.setWordWrap(True)
        self.juros_tipo_error.setVisible(False)

        self.juros_tipo_box.addWidget(self.juros_tipo_error)

        self.juros_tipo_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.juros_tipo_box.addItem(self.juros_tipo_rest)


        self.grid_2.addLayout(self.juros_tipo_box, 0, 0, 1, 6)

        self.juros_box = QVBoxLayout()
        self.juros_box.setSpacing(3)
        self.juros_box.setObjectName(u"juros_box")
        self.juros_label = QLabel(self.tab_2)
        self.juros_label.setObjectName(u"juros_label")
        self.juros_label.setProperty(u"kind", u"field")

        self.juros_box.addWidget(self.juros_label)

        self.juros_edit = MoneyEdit(self.tab_2)
        self.juros_edit.setObjectName(u"juros_edit")

        self.juros_box.addWidget(self.juros_edit)

        self.juros_error = QLabel(self.tab_2)
        self.juros_error.setObjectName(u"juros_error")
        self.juros_error.setProperty(u"kind", u"error")
        self.juros_error.setWordWrap(True)
        self.juros_error.setVisible(False)

        self.juros_box.addWidget(self.juros_error)

        self.juros_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.juros_box.addItem(self.juros_rest)


        self.grid_2.addLayout(self.juros_box, 0, 6, 1, 6)

        self.multa_tipo_box = QVBoxLayout()
        self.multa_tipo_box.setSpacing(3)
        self.multa_tipo_box.setObjectName(u"multa_tipo_box")
        self.multa_tipo_label = QLabel(self.tab_2)
        self.multa_tipo_label.setObjectName(u"multa_tipo_label")
        self.multa_tipo_label.setProperty(u"kind", u"field")

        self.multa_tipo_box.addWidget(self.multa_tipo_label)

        self.multa_tipo_edit = QComboBox(self.tab_2)
        self.multa_tipo_edit.setObjectName(u"multa_tipo_edit")

        self.multa_tipo_box.addWidget(self.multa_tipo_edit)

        self.multa_tipo_error = QLabel(self.tab_2)
        self.multa_tipo_error.setObjectName(u"multa_tipo_error")
        self.multa_tipo_error.setProperty(u"kind", u"error")
        self.multa_tipo_error.setWordWrap(True)
        self.multa_tipo_error.setVisible(False)

        self.multa_tipo_box.addWidget(self.multa_tipo_error)

        self.multa_tipo_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.multa_tipo_box.addItem(self.multa_tipo_rest)


        self.grid_2.addLayout(self.multa_tipo_box, 1, 0, 1, 6)

        self.multa_box = QVBoxLayout()
        self.multa_box.setSpacing(3)
        self.multa_box.setObjectName(u"multa_box")
        self.multa_label = QLabel(self.tab_2)
        self.multa_label.setObjectName(u"multa_label")
        self.multa_label.setProperty(u"kind", u"field")

        self.multa_box.addWidget(self.multa_label)

        self.multa_edit = MoneyEdit(self.tab_2)
        self.multa_edit.setObjectName(u"multa_edit")

        self.multa_box.addWidget(self.multa_edit)

        self.multa_error = QLabel(self.tab_2)
        self.multa_error.setObjectName(u"multa_error")
        self.multa_error.setProperty(u"kind", u"error")
        self.multa_error.setWordWrap(True)
        self.multa_error.setVisible(False)

        self.multa_box.addWidget(self.multa_error)

        self.multa_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.multa_box.addItem(self.multa_rest)


        self.grid_2.addLayout(self.multa_box, 1, 6, 1, 6)

        self.desconto_tipo_box = QVBoxLayout()
        self.desconto_tipo_box.setSpacing(3)
        self.desconto_tipo_box.setObjectName(u"desconto_tipo_box")
        self.desconto_tipo_label = QLabel(self.tab_2)
        self.desconto_tipo_label.setObjectName(u"desconto_tipo_label")
        self.desconto_tipo_label.setProperty(u"kind", u"field")

        self.desconto_tipo_box.addWidget(self.desconto_tipo_label)

        self.desconto_tipo_edit = QComboBox(self.tab_2)
        self.desconto_tipo_edit.setObjectName(u"desconto_tipo_edit")

        self.desconto_tipo_box.addWidget(self.desconto_tipo_edit)

        self.desconto_tipo_error = QLabel(self.tab_2)
        self.desconto_tipo_error.setObjectName(u"desconto_tipo_error")
        self.desconto_tipo_error.setProperty(u"kind", u"error")
        self.desconto_tipo_error.setWordWrap(True)
        self.desconto_tipo_error.setVisible(False)

        self.desconto_tipo_box.addWidget(self.desconto_tipo_error)

        self.desconto_tipo_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.desconto_tipo_box.addItem(self.desconto_tipo_rest)


        self.grid_2.addLayout(self.desconto_tipo_box, 2, 0, 1, 4)

        self.desconto_box = QVBoxLayout()
        self.desconto_box.setSpacing(3)
        self.desconto_box.setObjectName(u"desconto_box")
        self.desconto_label = QLabel(self.tab_2)
        self.desconto_label.setObjectName(u"desconto_label")
        self.desconto_label.setProperty(u"kind", u"field")

        self.desconto_box.addWidget(self.desconto_label)

        self.desconto_edit = MoneyEdit(self.tab_2)
        self.desconto_edit.setObjectName(u"desconto_edit")

        self.desconto_box.addWidget(self.desconto_edit)

        self.desconto_error = QLabel(self.tab_2)
        self.desconto_error.setObjectName(u"desconto_error")
        self.desconto_error.setProperty(u"kind", u"error")
        self.desconto_error.setWordWrap(True)
        self.desconto_error.setVisible(False)

        self.desconto_box.addWidget(self.desconto_error)

        self.desconto_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.desconto_box.addItem(self.desconto_rest)


        self.grid_2.addLayout(self.desconto_box, 2, 4, 1, 4)

        self.desconto_dias_box = QVBoxLayout()
        self.desconto_dias_box.setSpacing(3)
        self.desconto_dias_box.setObjectName(u"desconto_dias_box")
        self.desconto_dias_label = QLabel(self.tab_2)
        self.desconto_dias_label.setObjectName(u"desconto_dias_label")
        self.desconto_dias_label.setProperty(u"kind", u"field")

        self.desconto_dias_box.addWidget(self.desconto_dias_label)

        self.desconto_dias_edit = QSpinBox(self.tab_2)
        self.desconto_dias_edit.setObjectName(u"desconto_dias_edit")
        self.desconto_dias_edit.setMaximum(365)
        self.desconto_dias_edit.setMinimum(0)
        self.desconto_dias_edit.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)

        self.desconto_dias_box.addWidget(self.desconto_dias_edit)

        self.desconto_dias_error = QLabel(self.tab_2)
        self.desconto_dias_error.setObjectName(u"desconto_dias_error")
        self.desconto_dias_error.setProperty(u"kind", u"error")
        self.desconto_dias_error.setWordWrap(True)
        self.desconto_dias_error.setVisible(False)

        self.desconto_dias_box.addWidget(self.desconto_dias_error)

        self.desconto_dias_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.desconto_dias_box.addItem(self.desconto_dias_rest)


        self.grid_2.addLayout(self.desconto_dias_box, 2, 8, 1, 4)

        self.protesto_dias_box = QVBoxLayout()
        self.protesto_dias_box.setSpacing(3)
        self.protesto_dias_box.setObjectName(u"protesto_dias_box")
        self.protesto_dias_label = QLabel(self.tab_2)
        self.protesto_dias_label.setObjectName(u"protesto_dias_label")
        self.protesto_dias_label.setProperty(u"kind", u"field")

        self.protesto_dias_box.addWidget(self.protesto_dias_label)

        self.protesto_dias_edit = QSpinBox(self.tab_2)
        self.protesto_dias_edit.setObjectName(u"protesto_dias_edit")
        self.protesto_dias_edit.setMaximum(99)
        self.protesto_dias_edit.setMinimum(-1)
        self.protesto_dias_edit.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)

        self.protesto_dias_box.addWidget(self.protesto_dias_edit)

        self.protesto_dias_error = QLabel(self.tab_2)
        self.protesto_dias_error.setObjectName(u"protesto_dias_error")
        self.protesto_dias_error.setProperty(u"kind", u"error")
        self.protesto_dias_error.setWordWrap(True)
        self.protesto_dias_error.setVisible(False)

        self.protesto_dias_box.addWidget(self.protesto_dias_error)

        self.protesto_dias_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.protesto_dias_box.addItem(self.protesto_dias_rest)


        self.grid_2.addLayout(self.protesto_dias_box, 3, 0, 1, 6)

        self.baixa_dias_box = QVBoxLayout()
        self.baixa_dias_box.setSpacing(3)
        self.baixa_dias_box.setObjectName(u"baixa_dias_box")
        self.baixa_dias_label = QLabel(self.tab_2)
        self.baixa_dias_label.setObjectName(u"baixa_dias_label")
        self.baixa_dias_label.setProperty(u"kind", u"field")

        self.baixa_dias_box.addWidget(self.baixa_dias_label)

        self.baixa_dias_edit = QSpinBox(self.tab_2)
        self.baixa_dias_edit.setObjectName(u"baixa_dias_edit")
        self.baixa_dias_edit.setMaximum(999)
        self.baixa_dias_edit.setMinimum(-1)
        self.baixa_dias_edit.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)

        self.baixa_dias_box.addWidget(self.baixa_dias_edit)

        self.baixa_dias_error = QLabel(self.tab_2)
        self.baixa_dias_error.setObjectName(u"baixa_dias_error")
        self.baixa_dias_error.setProperty(u"kind", u"error")
        self.baixa_dias_error.setWordWrap(True)
        self.baixa_dias_error.setVisible(False)

        self.baixa_dias_box.addWidget(self.baixa_dias_error)

        self.baixa_dias_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.baixa_dias_box.addItem(self.baixa_dias_rest)


        self.grid_2.addLayout(self.baixa_dias_box, 3, 6, 1, 6)

        self.grid_2.setColumnStretch(0, 1)
        self.grid_2.setColumnStretch(1, 1)
        self.grid_2.setColumnStretch(2, 1)
        self.grid_2.setColumnStretch(3, 1)
        self.grid_2.setColumnStretch(4, 1)
        self.grid_2.setColumnStretch(5, 1)
        self.grid_2.setColumnStretch(6, 1)
        self.grid_2.setColumnStretch(7, 1)
        self.grid_2.setColumnStretch(8, 1)
        self.grid_2.setColumnStretch(9, 1)
        self.grid_2.setColumnStretch(10, 1)
        self.grid_2.setColumnStretch(11, 1)

        self.tab_box_2.addLayout(self.grid_2)

        self.spacer_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.tab_box_2.addItem(self.spacer_2)

        self.tabs.addTab(self.tab_2, "")
        self.tab_3 = QWidget()
        self.tab_3.setObjectName(u"tab_3")
        self.tab_box_3 = QVBoxLayout(self.tab_3)
        self.tab_box_3.setObjectName(u"tab_box_3")
        self.tab_box_3.setContentsMargins(0, 16, 0, -1)
        self.grid_3 = QGridLayout()
        self.grid_3.setObjectName(u"grid_3")
        self.grid_3.setHorizontalSpacing(16)
        self.grid_3.setVerticalSpacing(12)
        self.instrucoes_box = QVBoxLayout()
        self.instrucoes_box.setSpacing(3)
        self.instrucoes_box.setObjectName(u"instrucoes_box")
        self.instrucoes_label = QLabel(self.tab_3)
        self.instrucoes_label.setObjectName(u"instrucoes_label")
        self.instrucoes_label.setProperty(u"kind", u"field")

        self.instrucoes_box.addWidget(self.instrucoes_label)

        self.instrucoes_edit = QPlainTextEdit(self.tab_3)
        self.instrucoes_edit.setObjectName(u"instrucoes_edit")
        self.instrucoes_edit.setTabChangesFocus(True)
        self.instrucoes_edit.setMinimumSize(QSize(0, 130))

        self.instrucoes_box.addWidget(self.instrucoes_edit)

        self.instrucoes_error = QLabel(self.tab_3)
        self.instrucoes_error.setObjectName(u"instrucoes_error")
        self.instrucoes_error.setProperty(u"kind", u"error")
        self.instrucoes_error.setWordWrap(True)
        self.instrucoes_error.setVisible(False)

        self.instrucoes_box.addWidget(self.instrucoes_error)

        self.instrucoes_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.instrucoes_box.addItem(self.instrucoes_rest)


        self.grid_3.addLayout(self.instrucoes_box, 0, 0, 1, 12)

        self.mensagens_box = QVBoxLayout()
        self.mensagens_box.setSpacing(3)
        self.mensagens_box.setObjectName(u"mensagens_box")
        self.mensagens_label = QLabel(self.tab_3)
        self.mensagens_label.setObjectName(u"mensagens_label")
        self.mensagens_label.setProperty(u"kind", u"field")

        self.mensagens_box.addWidget(self.mensagens_label)

        self.mensagens_edit = QPlainTextEdit(self.tab_3)
        self.mensagens_edit.setObjectName(u"mensagens_edit")
        self.mensagens_edit.setTabChangesFocus(True)
        self.mensagens_edit.setMinimumSize(QSize(0, 130))

        self.mensagens_box.addWidget(self.mensagens_edit)

        self.mensagens_error = QLabel(self.tab_3)
        self.mensagens_error.setObjectName(u"mensagens_error")
        self.mensagens_error.setProperty(u"kind", u"error")
        self.mensagens_error.setWordWrap(True)
        self.mensagens_error.setVisible(False)

        self.mensagens_box.addWidget(self.mensagens_error)

        self.mensagens_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.mensagens_box.addItem(self.mensagens_rest)


        self.grid_3.addLayout(self.mensagens_box, 1, 0, 1, 12)

        self.local_pagamento_box = QVBoxLayout()
        self.local_pagamento_box.setSpacing(3)
        self.local_pagamento_box.setObjectName(u"local_pagamento_box")
        self.local_pagamento_label = QLabel(self.tab_3)
        self.local_pagamento_label.setObjectName(u"local_pagamento_label")
        self.local_pagamento_label.setProperty(u"kind", u"field")

        self.local_pagamento_box.addWidget(self.local_pagamento_label)

        self.local_pagamento_edit = QLineEdit(self.tab_3)
        self.local_pagamento_edit.setObjectName(u"local_pagamento_edit")
        self.local_pagamento_edit.setMaxLength(120)

        self.local_pagamento_box.addWidget(self.local_pagamento_edit)

        self.local_pagamento_error = QLabel(self.tab_3)
        self.local_pagamento_error.setObjectName(u"local_pagamento_error")
        self.local_pagamento_error.setProperty(u"kind", u"error")
        self.local_pagamento_error.setWordWrap(True)
        self.local_pagamento_error.setVisible(False)

        self.local_pagamento_box.addWidget(self.local_pagamento_error)

        self.local_pagamento_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.local_pagamento_box.addItem(self.local_pagamento_rest)


        self.grid_3.addLayout(self.local_pagamento_box, 2, 0, 1, 12)

        self.logo_box = QVBoxLayout()
        self.logo_box.setSpacing(3)
        self.logo_box.setObjectName(u"logo_box")
        self.logo_label = QLabel(self.tab_3)
        self.logo_label.setObjectName(u"logo_label")
        self.logo_label.setProperty(u"kind", u"field")

        self.logo_box.addWidget(self.logo_label)

        self.logo_edit = QLineEdit(self.tab_3)
        self.logo_edit.setObjectName(u"logo_edit")
        self.logo_edit.setMaxLength(400)

        self.logo_box.addWidget(self.logo_edit)

        self.logo_error = QLabel(self.tab_3)
        self.logo_error.setObjectName(u"logo_error")
        self.logo_error.setProperty(u"kind", u"error")
        self.logo_error.setWordWrap(True)
        self.logo_error.setVisible(False)

        self.logo_box.addWidget(self.logo_error)

        self.logo_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.logo_box.addItem(self.logo_rest)


        self.grid_3.addLayout(self.logo_box, 3, 0, 1, 7)

        self.pix_chave_box = QVBoxLayout()
        self.pix_chave_box.setSpacing(3)
        self.pix_chave_box.setObjectName(u"pix_chave_box")
        self.pix_chave_label = QLabel(self.tab_3)
        self.pix_chave_label.setObjectName(u"pix_chave_label")
        self.pix_chave_label.setProperty(u"kind", u"field")

        self.pix_chave_box.addWidget(self.pix_chave_label)

        self.pix_chave_edit = QLineEdit(self.tab_3)
        self.pix_chave_edit.setObjectName(u"pix_chave_edit")
        self.pix_chave_edit.setMaxLength(77)

        self.pix_chave_box.addWidget(self.pix_chave_edit)

        self.pix_chave_error = QLabel(self.tab_3)
        self.pix_chave_error.setObjectName(u"pix_chave_error")
        self.pix_chave_error.setProperty(u"kind", u"error")
        self.pix_chave_error.setWordWrap(True)
        self.pix_chave_error.setVisible(False)

        self.pix_chave_box.addWidget(self.pix_chave_error)

        self.pix_chave_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.pix_chave_box.addItem(self.pix_chave_rest)


        self.grid_3.addLayout(self.pix_chave_box, 3, 7, 1, 5)

        self.grid_3.setColumnStretch(0, 1)
        self.grid_3.setColumnStretch(1, 1)
        self.grid_3.setColumnStretch(2, 1)
        self.grid_3.setColumnStretch(3, 1)
        self.grid_3.setColumnStretch(4, 1)
        self.grid_3.setColumnStretch(5, 1)
        self.grid_3.setColumnStretch(6, 1)
        self.grid_3.setColumnStretch(7, 1)
        self.grid_3.setColumnStretch(8, 1)
        self.grid_3.setColumnStretch(9, 1)
        self.grid_3.setColumnStretch(10, 1)
        self.grid_3.setColumnStretch(11, 1)

        self.tab_box_3.addLayout(self.grid_3)

        self.spacer_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.tab_box_3.addItem(self.spacer_3)

        self.tabs.addTab(self.tab_3, "")

        self.root.addWidget(self.tabs)

#if QT_CONFIG(shortcut)
        self.codigo_label.setBuddy(self.codigo_edit)
        self.descricao_label.setBuddy(self.descricao_edit)
        self.conta_id_label.setBuddy(self.conta_id_edit)
        self.formato_label.setBuddy(self.formato_edit)
        self.carteira_label.setBuddy(self.carteira_edit)
        self.variacao_label.setBuddy(self.variacao_edit)
        self.modalidade_label.setBuddy(self.modalidade_edit)
        self.convenio_label.setBuddy(self.convenio_edit)
        self.codigo_beneficiario_label.setBuddy(self.codigo_beneficiario_edit)
        self.codigo_beneficiario_dv_label.setBuddy(self.codigo_beneficiario_dv_edit)
        self.especie_label.setBuddy(self.especie_edit)
        self.emissao_label.setBuddy(self.emissao_edit)
        self.extras_label.setBuddy(self.extras_edit)
        self.nosso_numero_inicio_label.setBuddy(self.nosso_numero_inicio_edit)
        self.nosso_numero_fim_label.setBuddy(self.nosso_numero_fim_edit)
        self.proximo_nosso_numero_label.setBuddy(self.proximo_nosso_numero_edit)
        self.proxima_remessa_label.setBuddy(self.proxima_remessa_edit)
        self.juros_tipo_label.setBuddy(self.juros_tipo_edit)
        self.juros_label.setBuddy(self.juros_edit)
        self.multa_tipo_label.setBuddy(self.multa_tipo_edit)
        self.multa_label.setBuddy(self.multa_edit)
        self.desconto_tipo_label.setBuddy(self.desconto_tipo_edit)
        self.desconto_label.setBuddy(self.desconto_edit)
        self.desconto_dias_label.setBuddy(self.desconto_dias_edit)
        self.protesto_dias_label.setBuddy(self.protesto_dias_edit)
        self.baixa_dias_label.setBuddy(self.baixa_dias_edit)
        self.instrucoes_label.setBuddy(self.instrucoes_edit)
        self.mensagens_label.setBuddy(self.mensagens_edit)
        self.local_pagamento_label.setBuddy(self.local_pagamento_edit)
        self.logo_label.setBuddy(self.logo_edit)
        self.pix_chave_label.setBuddy(self.pix_chave_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ConvenioForm)
    # setupUi

    def retranslateUi(self, ConvenioForm):
        self.codigo_label.setText(QCoreApplication.translate("ConvenioForm", u"&C\u00f3digo", None))
        self.codigo_edit.setPlaceholderText(QCoreApplication.translate("ConvenioForm", u"autom\u00e1tico", None))
        self.descricao_label.setText(QCoreApplication.translate("ConvenioForm", u"&Descri\u00e7\u00e3o", None))
        self.conta_id_label.setText(QCoreApplication.translate("ConvenioForm", u"C&onta corrente", None))
        self.formato_label.setText(QCoreApplication.translate("ConvenioForm", u"&Formato dos arquivos", None))
        self.carteira_label.setText(QCoreApplication.translate("ConvenioForm", u"Ca&rteira", None))
        self.variacao_label.setText(QCoreApplication.translate("ConvenioForm", u"&Varia\u00e7\u00e3o", None))
        self.modalidade_label.setText(QCoreApplication.translate("ConvenioForm", u"&Modalidade", None))
        self.convenio_label.setText(QCoreApplication.translate("ConvenioForm", u"&N\u00ba do conv\u00eanio no banco", None))
        self.codigo_beneficiario_label.setText(QCoreApplication.translate("ConvenioForm", u"C\u00f3digo do &benefici\u00e1rio", None))
        self.codigo_beneficiario_dv_label.setText(QCoreApplication.translate("ConvenioForm", u"DV", None))
        self.especie_label.setText(QCoreApplication.translate("ConvenioForm", u"&Esp\u00e9cie", None))
        self.emissao_label.setText(QCoreApplication.translate("ConvenioForm", u"&Quem imprime e envia", None))
        self.aceite_edit.setText(QCoreApplication.translate("ConvenioForm", u"Com aceite", None))
        self.ativo_edit.setText(QCoreApplication.translate("ConvenioForm", u"Conv\u00eanio ativo", None))
        self.extras_label.setText(QCoreApplication.translate("ConvenioForm", u"Dados pr\u00f3prios do banco (um por linha: nome = valor)", None))
        self.tabs.setTabText(self.tabs.indexOf(self.tab_0), QCoreApplication.translate("ConvenioForm", u"Geral", None))
        self.nosso_numero_inicio_label.setText(QCoreApplication.translate("ConvenioForm", u"&Primeiro nosso n\u00famero da faixa", None))
        self.nosso_numero_fim_label.setText(QCoreApplication.translate("ConvenioForm", u"\u00da&ltimo nosso n\u00famero da faixa", None))
        self.proximo_nosso_numero_label.setText(QCoreApplication.translate("ConvenioForm", u"Pr\u00f3ximo &nosso n\u00famero", None))
        self.proxima_remessa_label.setText(QCoreApplication.translate("ConvenioForm", u"Pr\u00f3xima &remessa", None))
        self.tabs.setTabText(self.tabs.indexOf(self.tab_1), QCoreApplication.translate("ConvenioForm", u"Numera\u00e7\u00e3o", None))
        self.juros_tipo_label.setText(QCoreApplication.translate("ConvenioForm", u"&Juros depois do vencimento", None))
        self.juros_label.setText(QCoreApplication.translate("ConvenioForm", u"Quanto (R$ por dia ou % ao m\u00eas)", None))
        self.multa_tipo_label.setText(QCoreApplication.translate("ConvenioForm", u"&Multa por atraso", None))
        self.multa_label.setText(QCoreApplication.translate("ConvenioForm", u"Quanto (R$ ou %)", None))
        self.desconto_tipo_label.setText(QCoreApplication.translate("ConvenioForm", u"&Desconto", None))
        self.desconto_label.setText(QCoreApplication.translate("ConvenioForm", u"Quanto (R$ ou %)", None))
        self.desconto_dias_label.setText(QCoreApplication.translate("ConvenioForm", u"At\u00e9 quantos dias antes do vencimento", None))
        self.protesto_dias_label.setText(QCoreApplication.translate("ConvenioForm", u"&Protestar quantos dias depois do vencimento", None))
        self.protesto_dias_edit.setSpecialValueText(QCoreApplication.translate("ConvenioForm", u"n\u00e3o protestar", None))
        self.baixa_dias_label.setText(QCoreApplication.translate("ConvenioForm", u"&Baixar quantos dias depois do vencimento", None))
        self.baixa_dias_edit.setSpecialValueText(QCoreApplication.translate("ConvenioForm", u"como o banco decidir", None))
        self.tabs.setTabText(self.tabs.indexOf(self.tab_2), QCoreApplication.translate("ConvenioForm", u"Juros, multa e desconto", None))
        self.instrucoes_label.setText(QCoreApplication.translate("ConvenioForm", u"&Instru\u00e7\u00f5es ao caixa (at\u00e9 oito linhas)", None))
        self.mensagens_label.setText(QCoreApplication.translate("ConvenioForm", u"Men&sagens no recibo (at\u00e9 seis linhas)", None))
        self.local_pagamento_label.setText(QCoreApplication.translate("ConvenioForm", u"&Local de pagamento", None))
        self.logo_label.setText(QCoreApplication.translate("ConvenioForm", u"Lo&gotipo do benefici\u00e1rio (PNG ou JPG)", None))
        self.pix_chave_label.setText(QCoreApplication.translate("ConvenioForm", u"Chave Pi&x (QR sem baixa autom\u00e1tica)", None))
        self.tabs.setTabText(self.tabs.indexOf(self.tab_3), QCoreApplication.translate("ConvenioForm", u"Impress\u00e3o", None))
        pass
    # retranslateUi

