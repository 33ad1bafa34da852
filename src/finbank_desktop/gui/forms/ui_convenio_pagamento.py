# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'convenio_pagamento.ui'
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
    QSizePolicy, QSpacerItem, QSpinBox, QVBoxLayout,
    QWidget)

class Ui_ConvenioPagamentoForm(object):
    def setupUi(self, ConvenioPagamentoForm):
        if not ConvenioPagamentoForm.objectName():
            ConvenioPagamentoForm.setObjectName(u"ConvenioPagamentoForm")
        self.root = QVBoxLayout(ConvenioPagamentoForm)
        self.root.setSpacing(12)
        self.root.setObjectName(u"root")
        self.root.setContentsMargins(0, 0, 0, 0)
        self.grid_0 = QGridLayout()
        self.grid_0.setObjectName(u"grid_0")
        self.grid_0.setHorizontalSpacing(16)
        self.grid_0.setVerticalSpacing(12)
        self.codigo_box = QVBoxLayout()
        self.codigo_box.setSpacing(3)
        self.codigo_box.setObjectName(u"codigo_box")
        self.codigo_label = QLabel(ConvenioPagamentoForm)
        self.codigo_label.setObjectName(u"codigo_label")
        self.codigo_label.setProperty(u"kind", u"field")

        self.codigo_box.addWidget(self.codigo_label)

        self.codigo_edit = QLineEdit(ConvenioPagamentoForm)
        self.codigo_edit.setObjectName(u"codigo_edit")
        self.codigo_edit.setMaxLength(20)

        self.codigo_box.addWidget(self.codigo_edit)

        self.codigo_error = QLabel(ConvenioPagamentoForm)
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
        self.descricao_label = QLabel(ConvenioPagamentoForm)
        self.descricao_label.setObjectName(u"descricao_label")
        self.descricao_label.setProperty(u"kind", u"field")

        self.descricao_box.addWidget(self.descricao_label)

        self.descricao_edit = QLineEdit(ConvenioPagamentoForm)
        self.descricao_edit.setObjectName(u"descricao_edit")
        self.descricao_edit.setMaxLength(80)

        self.descricao_box.addWidget(self.descricao_edit)

        self.descricao_error = QLabel(ConvenioPagamentoForm)
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
        self.conta_id_label = QLabel(ConvenioPagamentoForm)
        self.conta_id_label.setObjectName(u"conta_id_label")
        self.conta_id_label.setProperty(u"kind", u"field")

        self.conta_id_box.addWidget(self.conta_id_label)

        self.conta_id_edit = QComboBox(ConvenioPagamentoForm)
        self.conta_id_edit.setObjectName(u"conta_id_edit")

        self.conta_id_box.addWidget(self.conta_id_edit)

        self.conta_id_error = QLabel(ConvenioPagamentoForm)
        self.conta_id_error.setObjectName(u"conta_id_error")
        self.conta_id_error.setProperty(u"kind", u"error")
        self.conta_id_error.setWordWrap(True)
        self.conta_id_error.setVisible(False)

        self.conta_id_box.addWidget(self.conta_id_error)

        self.conta_id_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.conta_id_box.addItem(self.conta_id_rest)


        self.grid_0.addLayout(self.conta_id_box, 0, 8, 1, 4)

        self.convenio_box = QVBoxLayout()
        self.convenio_box.setSpacing(3)
        self.convenio_box.setObjectName(u"convenio_box")
        self.convenio_label = QLabel(ConvenioPagamentoForm)
        self.convenio_label.setObjectName(u"convenio_label")
        self.convenio_label.setProperty(u"kind", u"field")

        self.convenio_box.addWidget(self.convenio_label)

        self.convenio_edit = QLineEdit(ConvenioPagamentoForm)
        self.convenio_edit.setObjectName(u"convenio_edit")
        self.convenio_edit.setMaxLength(20)

        self.convenio_box.addWidget(self.convenio_edit)

        self.convenio_error = QLabel(ConvenioPagamentoForm)
        self.convenio_error.setObjectName(u"convenio_error")
        self.convenio_error.setProperty(u"kind", u"error")
        self.convenio_error.setWordWrap(True)
        self.convenio_error.setVisible(False)

        self.convenio_box.addWidget(self.convenio_error)

        self.convenio_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.convenio_box.addItem(self.convenio_rest)


        self.grid_0.addLayout(self.convenio_box, 1, 0, 1, 4)

        self.servico_box = QVBoxLayout()
        self.servico_box.setSpacing(3)
        self.servico_box.setObjectName(u"servico_box")
        self.servico_label = QLabel(ConvenioPagamentoForm)
        self.servico_label.setObjectName(u"servico_label")
        self.servico_label.setProperty(u"kind", u"field")

        self.servico_box.addWidget(self.servico_label)

        self.servico_edit = QComboBox(ConvenioPagamentoForm)
        self.servico_edit.setObjectName(u"servico_edit")

        self.servico_box.addWidget(self.servico_edit)

        self.servico_error = QLabel(ConvenioPagamentoForm)
        self.servico_error.setObjectName(u"servico_error")
        self.servico_error.setProperty(u"kind", u"error")
        self.servico_error.setWordWrap(True)
        self.servico_error.setVisible(False)

        self.servico_box.addWidget(self.servico_error)

        self.servico_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.servico_box.addItem(self.servico_rest)


        self.grid_0.addLayout(self.servico_box, 1, 4, 1, 4)

        self.proxima_remessa_box = QVBoxLayout()
        self.proxima_remessa_box.setSpacing(3)
        self.proxima_remessa_box.setObjectName(u"proxima_remessa_box")
        self.proxima_remessa_label = QLabel(ConvenioPagamentoForm)
        self.proxima_remessa_label.setObjectName(u"proxima_remessa_label")
        self.proxima_remessa_label.setProperty(u"kind", u"field")

        self.proxima_remessa_box.addWidget(self.proxima_remessa_label)

        self.proxima_remessa_edit = QSpinBox(ConvenioPagamentoForm)
        self.proxima_remessa_edit.setObjectName(u"proxima_remessa_edit")
        self.proxima_remessa_edit.setMinimum(1)
        self.proxima_remessa_edit.setMaximum(999999)
        self.proxima_remessa_edit.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)

        self.proxima_remessa_box.addWidget(self.proxima_remessa_edit)

        self.proxima_remessa_error = QLabel(ConvenioPagamentoForm)
        self.proxima_remessa_error.setObjectName(u"proxima_remessa_error")
        self.proxima_remessa_error.setProperty(u"kind", u"error")
        self.proxima_remessa_error.setWordWrap(True)
        self.proxima_remessa_error.setVisible(False)

        self.proxima_remessa_box.addWidget(self.proxima_remessa_error)

        self.proxima_remessa_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.proxima_remessa_box.addItem(self.proxima_remessa_rest)


        self.grid_0.addLayout(self.proxima_remessa_box, 1, 8, 1, 4)

        self.ativo_box = QVBoxLayout()
        self.ativo_box.setSpacing(3)
        self.ativo_box.setObjectName(u"ativo_box")
        self.ativo_edit = QCheckBox(ConvenioPagamentoForm)
        self.ativo_edit.setObjectName(u"ativo_edit")

        self.ativo_box.addWidget(self.ativo_edit)

        self.ativo_error = QLabel(ConvenioPagamentoForm)
        self.ativo_error.setObjectName(u"ativo_error")
        self.ativo_error.setProperty(u"kind", u"error")
        self.ativo_error.setWordWrap(True)
        self.ativo_error.setVisible(False)

        self.ativo_box.addWidget(self.ativo_error)

        self.ativo_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.ativo_box.addItem(self.ativo_rest)


        self.grid_0.addLayout(self.ativo_box, 2, 0, 1, 6)

        self.teste_box = QVBoxLayout()
        self.teste_box.setSpacing(3)
        self.teste_box.setObjectName(u"teste_box")
        self.teste_edit = QCheckBox(ConvenioPagamentoForm)
        self.teste_edit.setObjectName(u"teste_edit")

        self.teste_box.addWidget(self.teste_edit)

        self.teste_error = QLabel(ConvenioPagamentoForm)
        self.teste_error.setObjectName(u"teste_error")
        self.teste_error.setProperty(u"kind", u"error")
        self.teste_error.setWordWrap(True)
        self.teste_error.setVisible(False)

        self.teste_box.addWidget(self.teste_error)

        self.teste_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.teste_box.addItem(self.teste_rest)


        self.grid_0.addLayout(self.teste_box, 2, 6, 1, 6)

        self.extras_box = QVBoxLayout()
        self.extras_box.setSpacing(3)
        self.extras_box.setObjectName(u"extras_box")
        self.extras_label = QLabel(ConvenioPagamentoForm)
        self.extras_label.setObjectName(u"extras_label")
        self.extras_label.setProperty(u"kind", u"field")

        self.extras_box.addWidget(self.extras_label)

        self.extras_edit = QPlainTextEdit(ConvenioPagamentoForm)
        self.extras_edit.setObjectName(u"extras_edit")
        self.extras_edit.setTabChangesFocus(True)
        self.extras_edit.setMinimumSize(QSize(0, 64))
        self.extras_edit.setMaximumSize(QSize(16777215, 96))

        self.extras_box.addWidget(self.extras_edit)

        self.extras_error = QLabel(ConvenioPagamentoForm)
        self.extras_error.setObjectName(u"extras_error")
        self.extras_error.setProperty(u"kind", u"error")
        self.extras_error.setWordWrap(True)
        self.extras_error.setVisible(False)

        self.extras_box.addWidget(self.extras_error)

        self.extras_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.extras_box.addItem(self.extras_rest)


        self.grid_0.addLayout(self.extras_box, 3, 0, 1, 12)

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
        self.codigo_label.setBuddy(self.codigo_edit)
        self.descricao_label.setBuddy(self.descricao_edit)
        self.conta_id_label.setBuddy(self.conta_id_edit)
        self.convenio_label.setBuddy(self.convenio_edit)
        self.servico_label.setBuddy(self.servico_edit)
        self.proxima_remessa_label.setBuddy(self.proxima_remessa_edit)
        self.extras_label.setBuddy(self.extras_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ConvenioPagamentoForm)
    # setupUi

    def retranslateUi(self, ConvenioPagamentoForm):
        self.codigo_label.setText(QCoreApplication.translate("ConvenioPagamentoForm", u"&C\u00f3digo", None))
        self.codigo_edit.setPlaceholderText(QCoreApplication.translate("ConvenioPagamentoForm", u"autom\u00e1tico", None))
        self.descricao_label.setText(QCoreApplication.translate("ConvenioPagamentoForm", u"&Descri\u00e7\u00e3o", None))
        self.conta_id_label.setText(QCoreApplication.translate("ConvenioPagamentoForm", u"Conta que &paga", None))
        self.convenio_label.setText(QCoreApplication.translate("ConvenioPagamentoForm", u"&N\u00ba do conv\u00eanio no banco", None))
        self.servico_label.setText(QCoreApplication.translate("ConvenioPagamentoForm", u"&Servi\u00e7o", None))
        self.proxima_remessa_label.setText(QCoreApplication.translate("ConvenioPagamentoForm", u"P&r\u00f3xima remessa", None))
        self.ativo_edit.setText(QCoreApplication.translate("ConvenioPagamentoForm", u"Conv\u00eanio &ativo", None))
        self.teste_edit.setText(QCoreApplication.translate("ConvenioPagamentoForm", u"Em &teste: o banco n\u00e3o paga nada", None))
        self.extras_label.setText(QCoreApplication.translate("ConvenioPagamentoForm", u"Dados pr\u00f3prios do banco (um por linha: nome = valor)", None))
        pass
    # retranslateUi

