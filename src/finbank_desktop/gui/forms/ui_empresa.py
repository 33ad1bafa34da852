# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'empresa.ui'
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
from PySide6.QtWidgets import (QApplication, QGridLayout, QLabel, QLineEdit,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from finbank_desktop.gui.widgets.edits import DocumentoEdit

class Ui_EmpresaForm(object):
    def setupUi(self, EmpresaForm):
        if not EmpresaForm.objectName():
            EmpresaForm.setObjectName(u"EmpresaForm")
        self.root = QVBoxLayout(EmpresaForm)
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
        self.codigo_label = QLabel(EmpresaForm)
        self.codigo_label.setObjectName(u"codigo_label")
        self.codigo_label.setProperty(u"kind", u"field")

        self.codigo_box.addWidget(self.codigo_label)

        self.codigo_edit = QLineEdit(EmpresaForm)
        self.codigo_edit.setObjectName(u"codigo_edit")
        self.codigo_edit.setMaxLength(3)

        self.codigo_box.addWidget(self.codigo_edit)

        self.codigo_error = QLabel(EmpresaForm)
        self.codigo_error.setObjectName(u"codigo_error")
        self.codigo_error.setProperty(u"kind", u"error")
        self.codigo_error.setWordWrap(True)
        self.codigo_error.setVisible(False)

        self.codigo_box.addWidget(self.codigo_error)

        self.codigo_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.codigo_box.addItem(self.codigo_rest)


        self.grid_0.addLayout(self.codigo_box, 0, 0, 1, 2)

        self.documento_box = QVBoxLayout()
        self.documento_box.setSpacing(3)
        self.documento_box.setObjectName(u"documento_box")
        self.documento_label = QLabel(EmpresaForm)
        self.documento_label.setObjectName(u"documento_label")
        self.documento_label.setProperty(u"kind", u"field")

        self.documento_box.addWidget(self.documento_label)

        self.documento_edit = DocumentoEdit(EmpresaForm)
        self.documento_edit.setObjectName(u"documento_edit")

        self.documento_box.addWidget(self.documento_edit)

        self.documento_error = QLabel(EmpresaForm)
        self.documento_error.setObjectName(u"documento_error")
        self.documento_error.setProperty(u"kind", u"error")
        self.documento_error.setWordWrap(True)
        self.documento_error.setVisible(False)

        self.documento_box.addWidget(self.documento_error)

        self.documento_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.documento_box.addItem(self.documento_rest)


        self.grid_0.addLayout(self.documento_box, 0, 2, 1, 4)

        self.razao_social_box = QVBoxLayout()
        self.razao_social_box.setSpacing(3)
        self.razao_social_box.setObjectName(u"razao_social_box")
        self.razao_social_label = QLabel(EmpresaForm)
        self.razao_social_label.setObjectName(u"razao_social_label")
        self.razao_social_label.setProperty(u"kind", u"field")

        self.razao_social_box.addWidget(self.razao_social_label)

        self.razao_social_edit = QLineEdit(EmpresaForm)
        self.razao_social_edit.setObjectName(u"razao_social_edit")
        self.razao_social_edit.setMaxLength(120)

        self.razao_social_box.addWidget(self.razao_social_edit)

        self.razao_social_error = QLabel(EmpresaForm)
        self.razao_social_error.setObjectName(u"razao_social_error")
        self.razao_social_error.setProperty(u"kind", u"error")
        self.razao_social_error.setWordWrap(True)
        self.razao_social_error.setVisible(False)

        self.razao_social_box.addWidget(self.razao_social_error)

        self.razao_social_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.razao_social_box.addItem(self.razao_social_rest)


        self.grid_0.addLayout(self.razao_social_box, 0, 6, 1, 6)

        self.nome_fantasia_box = QVBoxLayout()
        self.nome_fantasia_box.setSpacing(3)
        self.nome_fantasia_box.setObjectName(u"nome_fantasia_box")
        self.nome_fantasia_label = QLabel(EmpresaForm)
        self.nome_fantasia_label.setObjectName(u"nome_fantasia_label")
        self.nome_fantasia_label.setProperty(u"kind", u"field")

        self.nome_fantasia_box.addWidget(self.nome_fantasia_label)

        self.nome_fantasia_edit = QLineEdit(EmpresaForm)
        self.nome_fantasia_edit.setObjectName(u"nome_fantasia_edit")
        self.nome_fantasia_edit.setMaxLength(120)

        self.nome_fantasia_box.addWidget(self.nome_fantasia_edit)

        self.nome_fantasia_error = QLabel(EmpresaForm)
        self.nome_fantasia_error.setObjectName(u"nome_fantasia_error")
        self.nome_fantasia_error.setProperty(u"kind", u"error")
        self.nome_fantasia_error.setWordWrap(True)
        self.nome_fantasia_error.setVisible(False)

        self.nome_fantasia_box.addWidget(self.nome_fantasia_error)

        self.nome_fantasia_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.nome_fantasia_box.addItem(self.nome_fantasia_rest)


        self.grid_0.addLayout(self.nome_fantasia_box, 1, 0, 1, 4)

        self.email_box = QVBoxLayout()
        self.email_box.setSpacing(3)
        self.email_box.setObjectName(u"email_box")
        self.email_label = QLabel(EmpresaForm)
        self.email_label.setObjectName(u"email_label")
        self.email_label.setProperty(u"kind", u"field")

        self.email_box.addWidget(self.email_label)

        self.email_edit = QLineEdit(EmpresaForm)
        self.email_edit.setObjectName(u"email_edit")
        self.email_edit.setMaxLength(120)

        self.email_box.addWidget(self.email_edit)

        self.email_error = QLabel(EmpresaForm)
        self.email_error.setObjectName(u"email_error")
        self.email_error.setProperty(u"kind", u"error")
        self.email_error.setWordWrap(True)
        self.email_error.setVisible(False)

        self.email_box.addWidget(self.email_error)

        self.email_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.email_box.addItem(self.email_rest)


        self.grid_0.addLayout(self.email_box, 1, 4, 1, 4)

        self.telefone_box = QVBoxLayout()
        self.telefone_box.setSpacing(3)
        self.telefone_box.setObjectName(u"telefone_box")
        self.telefone_label = QLabel(EmpresaForm)
        self.telefone_label.setObjectName(u"telefone_label")
        self.telefone_label.setProperty(u"kind", u"field")

        self.telefone_box.addWidget(self.telefone_label)

        self.telefone_edit = QLineEdit(EmpresaForm)
        self.telefone_edit.setObjectName(u"telefone_edit")
        self.telefone_edit.setMaxLength(30)

        self.telefone_box.addWidget(self.telefone_edit)

        self.telefone_error = QLabel(EmpresaForm)
        self.telefone_error.setObjectName(u"telefone_error")
        self.telefone_error.setProperty(u"kind", u"error")
        self.telefone_error.setWordWrap(True)
        self.telefone_error.setVisible(False)

        self.telefone_box.addWidget(self.telefone_error)

        self.telefone_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.telefone_box.addItem(self.telefone_rest)


        self.grid_0.addLayout(self.telefone_box, 1, 8, 1, 4)

        self.cor_box = QVBoxLayout()
        self.cor_box.setSpacing(3)
        self.cor_box.setObjectName(u"cor_box")
        self.cor_label = QLabel(EmpresaForm)
        self.cor_label.setObjectName(u"cor_label")
        self.cor_label.setProperty(u"kind", u"field")

        self.cor_box.addWidget(self.cor_label)

        self.cor_edit = QLineEdit(EmpresaForm)
        self.cor_edit.setObjectName(u"cor_edit")
        self.cor_edit.setMaxLength(7)

        self.cor_box.addWidget(self.cor_edit)

        self.cor_error = QLabel(EmpresaForm)
        self.cor_error.setObjectName(u"cor_error")
        self.cor_error.setProperty(u"kind", u"error")
        self.cor_error.setWordWrap(True)
        self.cor_error.setVisible(False)

        self.cor_box.addWidget(self.cor_error)

        self.cor_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.cor_box.addItem(self.cor_rest)


        self.grid_0.addLayout(self.cor_box, 2, 0, 1, 3)

        self.logo_box = QVBoxLayout()
        self.logo_box.setSpacing(3)
        self.logo_box.setObjectName(u"logo_box")
        self.logo_label = QLabel(EmpresaForm)
        self.logo_label.setObjectName(u"logo_label")
        self.logo_label.setProperty(u"kind", u"field")

        self.logo_box.addWidget(self.logo_label)

        self.logo_edit = QLineEdit(EmpresaForm)
        self.logo_edit.setObjectName(u"logo_edit")
        self.logo_edit.setMaxLength(400)

        self.logo_box.addWidget(self.logo_edit)

        self.logo_error = QLabel(EmpresaForm)
        self.logo_error.setObjectName(u"logo_error")
        self.logo_error.setProperty(u"kind", u"error")
        self.logo_error.setWordWrap(True)
        self.logo_error.setVisible(False)

        self.logo_box.addWidget(self.logo_error)

        self.logo_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.logo_box.addItem(self.logo_rest)


        self.grid_0.addLayout(self.logo_box, 2, 3, 1, 9)

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

        self.title_1 = QLabel(EmpresaForm)
        self.title_1.setObjectName(u"title_1")
        self.title_1.setProperty(u"kind", u"h3")

        self.root.addWidget(self.title_1)

        self.grid_1 = QGridLayout()
        self.grid_1.setObjectName(u"grid_1")
        self.grid_1.setHorizontalSpacing(16)
        self.grid_1.setVerticalSpacing(12)
        self.cep_box = QVBoxLayout()
        self.cep_box.setSpacing(3)
        self.cep_box.setObjectName(u"cep_box")
        self.cep_label = QLabel(EmpresaForm)
        self.cep_label.setObjectName(u"cep_label")
        self.cep_label.setProperty(u"kind", u"field")

        self.cep_box.addWidget(self.cep_label)

        self.cep_edit = QLineEdit(EmpresaForm)
        self.cep_edit.setObjectName(u"cep_edit")
        self.cep_edit.setMaxLength(9)

        self.cep_box.addWidget(self.cep_edit)

        self.cep_error = QLabel(EmpresaForm)
        self.cep_error.setObjectName(u"cep_error")
        self.cep_error.setProperty(u"kind", u"error")
        self.cep_error.setWordWrap(True)
        self.cep_error.setVisible(False)

        self.cep_box.addWidget(self.cep_error)

        self.cep_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.cep_box.addItem(self.cep_rest)


        self.grid_1.addLayout(self.cep_box, 0, 0, 1, 3)

        self.logradouro_box = QVBoxLayout()
        self.logradouro_box.setSpacing(3)
        self.logradouro_box.setObjectName(u"logradouro_box")
        self.logradouro_label = QLabel(EmpresaForm)
        self.logradouro_label.setObjectName(u"logradouro_label")
        self.logradouro_label.setProperty(u"kind", u"field")

        self.logradouro_box.addWidget(self.logradouro_label)

        self.logradouro_edit = QLineEdit(EmpresaForm)
        self.logradouro_edit.setObjectName(u"logradouro_edit")
        self.logradouro_edit.setMaxLength(80)

        self.logradouro_box.addWidget(self.logradouro_edit)

        self.logradouro_error = QLabel(EmpresaForm)
        self.logradouro_error.setObjectName(u"logradouro_error")
        self.logradouro_error.setProperty(u"kind", u"error")
        self.logradouro_error.setWordWrap(True)
        self.logradouro_error.setVisible(False)

        self.logradouro_box.addWidget(self.logradouro_error)

        self.logradouro_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.logradouro_box.addItem(self.logradouro_rest)


        self.grid_1.addLayout(self.logradouro_box, 0, 3, 1, 6)

        self.numero_box = QVBoxLayout()
        self.numero_box.setSpacing(3)
        self.numero_box.setObjectName(u"numero_box")
        self.numero_label = QLabel(EmpresaForm)
        self.numero_label.setObjectName(u"numero_label")
        self.numero_label.setProperty(u"kind", u"field")

        self.numero_box.addWidget(self.numero_label)

        self.numero_edit = QLineEdit(EmpresaForm)
        self.numero_edit.setObjectName(u"numero_edit")
        self.numero_edit.setMaxLength(10)

        self.numero_box.addWidget(self.numero_edit)

        self.numero_error = QLabel(EmpresaForm)
        self.numero_error.setObjectName(u"numero_error")
        self.numero_error.setProperty(u"kind", u"error")
        self.numero_error.setWordWrap(True)
        self.numero_error.setVisible(False)

        self.numero_box.addWidget(self.numero_error)

        self.numero_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.numero_box.addItem(self.numero_rest)


        self.grid_1.addLayout(self.numero_box, 0, 9, 1, 3)

        self.complemento_box = QVBoxLayout()
        self.complemento_box.setSpacing(3)
        self.complemento_box.setObjectName(u"complemento_box")
        self.complemento_label = QLabel(EmpresaForm)
        self.complemento_label.setObjectName(u"complemento_label")
        self.complemento_label.setProperty(u"kind", u"field")

        self.complemento_box.addWidget(self.complemento_label)

        self.complemento_edit = QLineEdit(EmpresaForm)
        self.complemento_edit.setObjectName(u"complemento_edit")
        self.complemento_edit.setMaxLength(40)

        self.complemento_box.addWidget(self.complemento_edit)

        self.complemento_error = QLabel(EmpresaForm)
        self.complemento_error.setObjectName(u"complemento_error")
        self.complemento_error.setProperty(u"kind", u"error")
        self.complemento_error.setWordWrap(True)
        self.complemento_error.setVisible(False)

        self.complemento_box.addWidget(self.complemento_error)

        self.complemento_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.complemento_box.addItem(self.complemento_rest)


        self.grid_1.addLayout(self.complemento_box, 1, 0, 1, 4)

        self.bairro_box = QVBoxLayout()
        self.bairro_box.setSpacing(3)
        self.bairro_box.setObjectName(u"bairro_box")
        self.bairro_label = QLabel(EmpresaForm)
        self.bairro_label.setObjectName(u"bairro_label")
        self.bairro_label.setProperty(u"kind", u"field")

        self.bairro_box.addWidget(self.bairro_label)

        self.bairro_edit = QLineEdit(EmpresaForm)
        self.bairro_edit.setObjectName(u"bairro_edit")
        self.bairro_edit.setMaxLength(60)

        self.bairro_box.addWidget(self.bairro_edit)

        self.bairro_error = QLabel(EmpresaForm)
        self.bairro_error.setObjectName(u"bairro_error")
        self.bairro_error.setProperty(u"kind", u"error")
        self.bairro_error.setWordWrap(True)
        self.bairro_error.setVisible(False)

        self.bairro_box.addWidget(self.bairro_error)

        self.bairro_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.bairro_box.addItem(self.bairro_rest)


        self.grid_1.addLayout(self.bairro_box, 1, 4, 1, 4)

        self.cidade_box = QVBoxLayout()
        self.cidade_box.setSpacing(3)
        self.cidade_box.setObjectName(u"cidade_box")
        self.cidade_label = QLabel(EmpresaForm)
        self.cidade_label.setObjectName(u"cidade_label")
        self.cidade_label.setProperty(u"kind", u"field")

        self.cidade_box.addWidget(self.cidade_label)

        self.cidade_edit = QLineEdit(EmpresaForm)
        self.cidade_edit.setObjectName(u"cidade_edit")
        self.cidade_edit.setMaxLength(60)

        self.cidade_box.addWidget(self.cidade_edit)

        self.cidade_error = QLabel(EmpresaForm)
        self.cidade_error.setObjectName(u"cidade_error")
        self.cidade_error.setProperty(u"kind", u"error")
        self.cidade_error.setWordWrap(True)
        self.cidade_error.setVisible(False)

        self.cidade_box.addWidget(self.cidade_error)

        self.cidade_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.cidade_box.addItem(self.cidade_rest)


        self.grid_1.addLayout(self.cidade_box, 1, 8, 1, 3)

        self.uf_box = QVBoxLayout()
        self.uf_box.setSpacing(3)
        self.uf_box.setObjectName(u"uf_box")
        self.uf_label = QLabel(EmpresaForm)
        self.uf_label.setObjectName(u"uf_label")
        self.uf_label.setProperty(u"kind", u"field")

        self.uf_box.addWidget(self.uf_label)

        self.uf_edit = QLineEdit(EmpresaForm)
        self.uf_edit.setObjectName(u"uf_edit")
        self.uf_edit.setMaxLength(2)

        self.uf_box.addWidget(self.uf_edit)

        self.uf_error = QLabel(EmpresaForm)
        self.uf_error.setObjectName(u"uf_error")
        self.uf_error.setProperty(u"kind", u"error")
        self.uf_error.setWordWrap(True)
        self.uf_error.setVisible(False)

        self.uf_box.addWidget(self.uf_error)

        self.uf_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.uf_box.addItem(self.uf_rest)


        self.grid_1.addLayout(self.uf_box, 1, 11, 1, 1)

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

        self.root.addLayout(self.grid_1)

        self.spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.root.addItem(self.spacer)

#if QT_CONFIG(shortcut)
        self.codigo_label.setBuddy(self.codigo_edit)
        self.documento_label.setBuddy(self.documento_edit)
        self.razao_social_label.setBuddy(self.razao_social_edit)
        self.nome_fantasia_label.setBuddy(self.nome_fantasia_edit)
        self.email_label.setBuddy(self.email_edit)
        self.telefone_label.setBuddy(self.telefone_edit)
        self.cor_label.setBuddy(self.cor_edit)
        self.logo_label.setBuddy(self.logo_edit)
        self.cep_label.setBuddy(self.cep_edit)
        self.logradouro_label.setBuddy(self.logradouro_edit)
        self.numero_label.setBuddy(self.numero_edit)
        self.complemento_label.setBuddy(self.complemento_edit)
        self.bairro_label.setBuddy(self.bairro_edit)
        self.cidade_label.setBuddy(self.cidade_edit)
        self.uf_label.setBuddy(self.uf_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(EmpresaForm)
    # setupUi

    def retranslateUi(self, EmpresaForm):
        self.codigo_label.setText(QCoreApplication.translate("EmpresaForm", u"&C\u00f3digo", None))
        self.codigo_edit.setPlaceholderText(QCoreApplication.translate("EmpresaForm", u"001", None))
        self.documento_label.setText(QCoreApplication.translate("EmpresaForm", u"CNPJ &ou CPF", None))
        self.razao_social_label.setText(QCoreApplication.translate("EmpresaForm", u"&Raz\u00e3o social", None))
        self.nome_fantasia_label.setText(QCoreApplication.translate("EmpresaForm", u"Nome &fantasia", None))
        self.email_label.setText(QCoreApplication.translate("EmpresaForm", u"&E-mail", None))
        self.telefone_label.setText(QCoreApplication.translate("EmpresaForm", u"&Telefone", None))
        self.cor_label.setText(QCoreApplication.translate("EmpresaForm", u"Cor no&s boletos", None))
        self.cor_edit.setPlaceholderText(QCoreApplication.translate("EmpresaForm", u"#1F4E79", None))
        self.logo_label.setText(QCoreApplication.translate("EmpresaForm", u"Lo&gotipo nos boletos (PNG ou JPG)", None))
        self.title_1.setText(QCoreApplication.translate("EmpresaForm", u"Endere\u00e7o", None))
        self.cep_label.setText(QCoreApplication.translate("EmpresaForm", u"CE&P", None))
        self.cep_edit.setPlaceholderText(QCoreApplication.translate("EmpresaForm", u"00000-000", None))
        self.logradouro_label.setText(QCoreApplication.translate("EmpresaForm", u"&Logradouro", None))
        self.numero_label.setText(QCoreApplication.translate("EmpresaForm", u"&N\u00famero", None))
        self.complemento_label.setText(QCoreApplication.translate("EmpresaForm", u"Complemen&to", None))
        self.bairro_label.setText(QCoreApplication.translate("EmpresaForm", u"&Bairro", None))
        self.cidade_label.setText(QCoreApplication.translate("EmpresaForm", u"Ci&dade", None))
        self.uf_label.setText(QCoreApplication.translate("EmpresaForm", u"U&F", None))
        pass
    # retranslateUi

