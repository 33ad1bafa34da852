# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'chave_pix.ui'
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
from PySide6.QtWidgets import (QApplication, QCheckBox, QComboBox, QGridLayout,
    QLabel, QLineEdit, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

class Ui_ChavePixForm(object):
    def setupUi(self, ChavePixForm):
        if not ChavePixForm.objectName():
            ChavePixForm.setObjectName(u"ChavePixForm")
        self.root = QVBoxLayout(ChavePixForm)
        self.root.setSpacing(12)
        self.root.setObjectName(u"root")
        self.root.setContentsMargins(0, 0, 0, 0)
        self.grid_0 = QGridLayout()
        self.grid_0.setObjectName(u"grid_0")
        self.grid_0.setHorizontalSpacing(16)
        self.grid_0.setVerticalSpacing(12)
        self.chave_box = QVBoxLayout()
        self.chave_box.setSpacing(3)
        self.chave_box.setObjectName(u"chave_box")
        self.chave_label = QLabel(ChavePixForm)
        self.chave_label.setObjectName(u"chave_label")
        self.chave_label.setProperty(u"kind", u"field")

        self.chave_box.addWidget(self.chave_label)

        self.chave_edit = QLineEdit(ChavePixForm)
        self.chave_edit.setObjectName(u"chave_edit")
        self.chave_edit.setMaxLength(100)

        self.chave_box.addWidget(self.chave_edit)

        self.chave_error = QLabel(ChavePixForm)
        self.chave_error.setObjectName(u"chave_error")
        self.chave_error.setProperty(u"kind", u"error")
        self.chave_error.setWordWrap(True)
        self.chave_error.setVisible(False)

        self.chave_box.addWidget(self.chave_error)

        self.chave_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.chave_box.addItem(self.chave_rest)


        self.grid_0.addLayout(self.chave_box, 0, 0, 1, 8)

        self.tipo_box = QVBoxLayout()
        self.tipo_box.setSpacing(3)
        self.tipo_box.setObjectName(u"tipo_box")
        self.tipo_label = QLabel(ChavePixForm)
        self.tipo_label.setObjectName(u"tipo_label")
        self.tipo_label.setProperty(u"kind", u"field")

        self.tipo_box.addWidget(self.tipo_label)

        self.tipo_edit = QComboBox(ChavePixForm)
        self.tipo_edit.setObjectName(u"tipo_edit")

        self.tipo_box.addWidget(self.tipo_edit)

        self.tipo_error = QLabel(ChavePixForm)
        self.tipo_error.setObjectName(u"tipo_error")
        self.tipo_error.setProperty(u"kind", u"error")
        self.tipo_error.setWordWrap(True)
        self.tipo_error.setVisible(False)

        self.tipo_box.addWidget(self.tipo_error)

        self.tipo_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.tipo_box.addItem(self.tipo_rest)


        self.grid_0.addLayout(self.tipo_box, 0, 8, 1, 4)

        self.principal_box = QVBoxLayout()
        self.principal_box.setSpacing(3)
        self.principal_box.setObjectName(u"principal_box")
        self.principal_edit = QCheckBox(ChavePixForm)
        self.principal_edit.setObjectName(u"principal_edit")

        self.principal_box.addWidget(self.principal_edit)

        self.principal_error = QLabel(ChavePixForm)
        self.principal_error.setObjectName(u"principal_error")
        self.principal_error.setProperty(u"kind", u"error")
        self.principal_error.setWordWrap(True)
        self.principal_error.setVisible(False)

        self.principal_box.addWidget(self.principal_error)

        self.principal_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.principal_box.addItem(self.principal_rest)


        self.grid_0.addLayout(self.principal_box, 1, 0, 1, 12)

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
        self.chave_label.setBuddy(self.chave_edit)
        self.tipo_label.setBuddy(self.tipo_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ChavePixForm)
    # setupUi

    def retranslateUi(self, ChavePixForm):
        self.chave_label.setText(QCoreApplication.translate("ChavePixForm", u"&Chave Pix", None))
        self.chave_edit.setPlaceholderText(QCoreApplication.translate("ChavePixForm", u"CPF, CNPJ, telefone, e-mail ou aleat\u00f3ria", None))
        self.tipo_label.setText(QCoreApplication.translate("ChavePixForm", u"&Tipo", None))
        self.principal_edit.setText(QCoreApplication.translate("ChavePixForm", u"&Principal do favorecido", None))
        pass
    # retranslateUi

