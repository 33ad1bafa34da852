# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'conta_receber.ui'
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

from finbank_desktop.gui.widgets.edits import (DateEdit, MoneyEdit)
from finbank_desktop.gui.widgets.picker import RecordPicker

class Ui_ContaReceberForm(object):
    def setupUi(self, ContaReceberForm):
        if not ContaReceberForm.objectName():
            ContaReceberForm.setObjectName(u"ContaReceberForm")
        self.root = QVBoxLayout(ContaReceberForm)
        self.root.setSpacing(12)
        self.root.setObjectName(u"root")
        self.root.setContentsMargins(0, 0, 0, 0)
        self.grid_0 = QGridLayout()
        self.grid_0.setObjectName(u"grid_0")
        self.grid_0.setHorizontalSpacing(16)
        self.grid_0.setVerticalSpacing(12)
        self.pessoa_id_box = QVBoxLayout()
        self.pessoa_id_box.setSpacing(3)
        self.pessoa_id_box.setObjectName(u"pessoa_id_box")
        self.pessoa_id_label = QLabel(ContaReceberForm)
        self.pessoa_id_label.setObjectName(u"pessoa_id_label")
        self.pessoa_id_label.setProperty(u"kind", u"field")

        self.pessoa_id_box.addWidget(self.pessoa_id_label)

        self.pessoa_id_edit = RecordPicker(ContaReceberForm)
        self.pessoa_id_edit.setObjectName(u"pessoa_id_edit")

        self.pessoa_id_box.addWidget(self.pessoa_id_edit)

        self.pessoa_id_error = QLabel(ContaReceberForm)
        self.pessoa_id_error.setObjectName(u"pessoa_id_error")
        self.pessoa_id_error.setProperty(u"kind", u"error")
        self.pessoa_id_error.setWordWrap(True)
        self.pessoa_id_error.setVisible(False)

        self.pessoa_id_box.addWidget(self.pessoa_id_error)

        self.pessoa_id_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.pessoa_id_box.addItem(self.pessoa_id_rest)


        self.grid_0.addLayout(self.pessoa_id_box, 0, 0, 1, 8)

        self.codigo_box = QVBoxLayout()
        self.codigo_box.setSpacing(3)
        self.codigo_box.setObjectName(u"codigo_box")
        self.codigo_label = QLabel(ContaReceberForm)
        self.codigo_label.setObjectName(u"codigo_label")
        self.codigo_label.setProperty(u"kind", u"field")

        self.codigo_box.addWidget(self.codigo_label)

        self.codigo_edit = QLineEdit(ContaReceberForm)
        self.codigo_edit.setObjectName(u"codigo_edit")
        self.codigo_edit.setMaxLength(20)

        self.codigo_box.addWidget(self.codigo_edit)

        self.codigo_error = QLabel(ContaReceberForm)
        self.codigo_error.setObjectName(u"codigo_error")
        self.codigo_error.setProperty(u"kind", u"error")
        self.codigo_error.setWordWrap(True)
        self.codigo_error.setVisible(False)

        self.codigo_box.addWidget(self.codigo_error)

        self.codigo_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.codigo_box.addItem(self.codigo_rest)


        self.grid_0.addLayout(self.codigo_box, 0, 8, 1, 4)

        self.documento_box = QVBoxLayout()
        self.documento_box.setSpacing(3)
        self.documento_box.setObjectName(u"documento_box")
        self.documento_label = QLabel(ContaReceberForm)
        self.documento_label.setObjectName(u"documento_label")
        self.documento_label.setProperty(u"kind", u"field")

        self.documento_box.addWidget(self.documento_label)

        self.documento_edit = QLineEdit(ContaReceberForm)
        self.documento_edit.setObjectName(u"documento_edit")
        self.documento_edit.setMaxLength(40)

        self.documento_box.addWidget(self.documento_edit)

        self.documento_error = QLabel(ContaReceberForm)
        self.documento_error.setObjectName(u"documento_error")
        self.documento_error.setProperty(u"kind", u"error")
        self.documento_error.setWordWrap(True)
        self.documento_error.setVisible(False)

        self.documento_box.addWidget(self.documento_error)

        self.documento_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.documento_box.addItem(self.documento_rest)


        self.grid_0.addLayout(self.documento_box, 1, 0, 1, 4)

        self.emissao_box = QVBoxLayout()
        self.emissao_box.setSpacing(3)
        self.emissao_box.setObjectName(u"emissao_box")
        self.emissao_label = QLabel(ContaReceberForm)
        self.emissao_label.setObjectName(u"emissao_label")
        self.emissao_label.setProperty(u"kind", u"field")

        self.emissao_box.addWidget(self.emissao_label)

        self.emissao_edit = DateEdit(ContaReceberForm)
        self.emissao_edit.setObjectName(u"emissao_edit")

        self.emissao_box.addWidget(self.emissao_edit)

        self.emissao_error = QLabel(ContaReceberForm)
        self.emissao_error.setObjectName(u"emissao_error")
        self.emissao_error.setProperty(u"kind", u"error")
        self.emissao_error.setWordWrap(True)
        self.emissao_error.setVisible(False)

        self.emissao_box.addWidget(self.emissao_error)

        self.emissao_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.emissao_box.addItem(self.emissao_rest)


        self.grid_0.addLayout(self.emissao_box, 1, 4, 1, 4)

        self.vencimento_box = QVBoxLayout()
        self.vencimento_box.setSpacing(3)
        self.vencimento_box.setObjectName(u"vencimento_box")
        self.vencimento_label = QLabel(ContaReceberForm)
        self.vencimento_label.setObjectName(u"vencimento_label")
        self.vencimento_label.setProperty(u"kind", u"field")

        self.vencimento_box.addWidget(self.vencimento_label)

        self.vencimento_edit = DateEdit(ContaReceberForm)
        self.vencimento_edit.setObjectName(u"vencimento_edit")

        self.vencimento_box.addWidget(self.vencimento_edit)

        self.vencimento_error = QLabel(ContaReceberForm)
        self.vencimento_error.setObjectName(u"vencimento_error")
        self.vencimento_error.setProperty(u"kind", u"error")
        self.vencimento_error.setWordWrap(True)
        self.vencimento_error.setVisible(False)

        self.vencimento_box.addWidget(self.vencimento_error)

        self.vencimento_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.vencimento_box.addItem(self.vencimento_rest)


        self.grid_0.addLayout(self.vencimento_box, 1, 8, 1, 4)

        self.valor_box = QVBoxLayout()
        self.valor_box.setSpacing(3)
        self.valor_box.setObjectName(u"valor_box")
        self.valor_label = QLabel(ContaReceberForm)
        self.valor_label.setObjectName(u"valor_label")
        self.valor_label.setProperty(u"kind", u"field")

        self.valor_box.addWidget(self.valor_label)

        self.valor_edit = MoneyEdit(ContaReceberForm)
        self.valor_edit.setObjectName(u"valor_edit")

        self.valor_box.addWidget(self.valor_edit)

        self.valor_error = QLabel(ContaReceberForm)
        self.valor_error.setObjectName(u"valor_error")
        self.valor_error.setProperty(u"kind", u"error")
        self.valor_error.setWordWrap(True)
        self.valor_error.setVisible(False)

        self.valor_box.addWidget(self.valor_error)

        self.valor_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.valor_box.addItem(self.valor_rest)


        self.grid_0.addLayout(self.valor_box, 2, 0, 1, 4)

        self.convenio_id_box = QVBoxLayout()
        self.convenio_id_box.setSpacing(3)
        self.convenio_id_box.setObjectName(u"convenio_id_box")
        self.convenio_id_label = QLabel(ContaReceberForm)
        self.convenio_id_label.setObjectName(u"convenio_id_label")
        self.convenio_id_label.setProperty(u"kind", u"field")

        self.convenio_id_box.addWidget(self.convenio_id_label)

        self.convenio_id_edit = QComboBox(ContaReceberForm)
        self.convenio_id_edit.setObjectName(u"convenio_id_edit")

        self.convenio_id_box.addWidget(self.convenio_id_edit)

        self.convenio_id_error = QLabel(ContaReceberForm)
        self.convenio_id_error.setObjectName(u"convenio_id_error")
        self.convenio_id_error.setProperty(u"kind", u"error")
        self.convenio_id_error.setWordWrap(True)
        self.convenio_id_error.setVisible(False)

        self.convenio_id_box.addWidget(self.convenio_id_error)

        self.convenio_id_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.convenio_id_box.addItem(self.convenio_id_rest)


        self.grid_0.addLayout(self.convenio_id_box, 2, 4, 1, 8)

        self.descricao_box = QVBoxLayout()
        self.descricao_box.setSpacing(3)
        self.descricao_box.setObjectName(u"descricao_box")
        self.descricao_label = QLabel(ContaReceberForm)
        self.descricao_label.setObjectName(u"descricao_label")
        self.descricao_label.setProperty(u"kind", u"field")

        self.descricao_box.addWidget(self.descricao_label)

        self.descricao_edit = QLineEdit(ContaReceberForm)
        self.descricao_edit.setObjectName(u"descricao_edit")
        self.descricao_edit.setMaxLength(200)

        self.descricao_box.addWidget(self.descricao_edit)

        self.descricao_error = QLabel(ContaReceberForm)
        self.descricao_error.setObjectName(u"descricao_error")
        self.descricao_error.setProperty(u"kind", u"error")
        self.descricao_error.setWordWrap(True)
        self.descricao_error.setVisible(False)

        self.descricao_box.addWidget(self.descricao_error)

        self.descricao_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.descricao_box.addItem(self.descricao_rest)


        self.grid_0.addLayout(self.descricao_box, 3, 0, 1, 8)

        self.origem_box = QVBoxLayout()
        self.origem_box.setSpacing(3)
        self.origem_box.setObjectName(u"origem_box")
        self.origem_label = QLabel(ContaReceberForm)
        self.origem_label.setObjectName(u"origem_label")
        self.origem_label.setProperty(u"kind", u"field")

        self.origem_box.addWidget(self.origem_label)

        self.origem_edit = QLineEdit(ContaReceberForm)
        self.origem_edit.setObjectName(u"origem_edit")
        self.origem_edit.setMaxLength(60)

        self.origem_box.addWidget(self.origem_edit)

        self.origem_error = QLabel(ContaReceberForm)
        self.origem_error.setObjectName(u"origem_error")
        self.origem_error.setProperty(u"kind", u"error")
        self.origem_error.setWordWrap(True)
        self.origem_error.setVisible(False)

        self.origem_box.addWidget(self.origem_error)

        self.origem_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.origem_box.addItem(self.origem_rest)


        self.grid_0.addLayout(self.origem_box, 3, 8, 1, 4)

        self.mensagem_box = QVBoxLayout()
        self.mensagem_box.setSpacing(3)
        self.mensagem_box.setObjectName(u"mensagem_box")
        self.mensagem_label = QLabel(ContaReceberForm)
        self.mensagem_label.setObjectName(u"mensagem_label")
        self.mensagem_label.setProperty(u"kind", u"field")

        self.mensagem_box.addWidget(self.mensagem_label)

        self.mensagem_edit = QLineEdit(ContaReceberForm)
        self.mensagem_edit.setObjectName(u"mensagem_edit")
        self.mensagem_edit.setMaxLength(200)

        self.mensagem_box.addWidget(self.mensagem_edit)

        self.mensagem_error = QLabel(ContaReceberForm)
        self.mensagem_error.setObjectName(u"mensagem_error")
        self.mensagem_error.setProperty(u"kind", u"error")
        self.mensagem_error.setWordWrap(True)
        self.mensagem_error.setVisible(False)

        self.mensagem_box.addWidget(self.mensagem_error)

        self.mensagem_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.mensagem_box.addItem(self.mensagem_rest)


        self.grid_0.addLayout(self.mensagem_box, 4, 0, 1, 12)

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
        self.pessoa_id_label.setBuddy(self.pessoa_id_edit)
        self.codigo_label.setBuddy(self.codigo_edit)
        self.documento_label.setBuddy(self.documento_edit)
        self.emissao_label.setBuddy(self.emissao_edit)
        self.vencimento_label.setBuddy(self.vencimento_edit)
        self.valor_label.setBuddy(self.valor_edit)
        self.convenio_id_label.setBuddy(self.convenio_id_edit)
        self.descricao_label.setBuddy(self.descricao_edit)
        self.origem_label.setBuddy(self.origem_edit)
        self.mensagem_label.setBuddy(self.mensagem_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ContaReceberForm)
    # setupUi

    def retranslateUi(self, ContaReceberForm):
        self.pessoa_id_label.setText(QCoreApplication.translate("ContaReceberForm", u"Cli&ente", None))
        self.pessoa_id_edit.setPlaceholderText(QCoreApplication.translate("ContaReceberForm", u"Digite o nome, o c\u00f3digo ou o CPF/CNPJ (F8 mostra todos)", None))
        self.codigo_label.setText(QCoreApplication.translate("ContaReceberForm", u"&C\u00f3digo", None))
        self.codigo_edit.setPlaceholderText(QCoreApplication.translate("ContaReceberForm", u"autom\u00e1tico", None))
        self.documento_label.setText(QCoreApplication.translate("ContaReceberForm", u"N\u00ba do &documento", None))
        self.emissao_label.setText(QCoreApplication.translate("ContaReceberForm", u"E&miss\u00e3o", None))
        self.vencimento_label.setText(QCoreApplication.translate("ContaReceberForm", u"&Vencimento", None))
        self.valor_label.setText(QCoreApplication.translate("ContaReceberForm", u"V&alor (R$)", None))
        self.convenio_id_label.setText(QCoreApplication.translate("ContaReceberForm", u"Conv\u00ea&nio da cobran\u00e7a", None))
        self.descricao_label.setText(QCoreApplication.translate("ContaReceberForm", u"Descri&\u00e7\u00e3o", None))
        self.origem_label.setText(QCoreApplication.translate("ContaReceberForm", u"&Origem", None))
        self.origem_edit.setPlaceholderText(QCoreApplication.translate("ContaReceberForm", u"contrato, venda, mensalidade\u2026", None))
        self.mensagem_label.setText(QCoreApplication.translate("ContaReceberForm", u"Mensa&gem no boleto (uma linha para o cliente)", None))
        pass
    # retranslateUi

