# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'conta.ui'
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

class Ui_ContaForm(object):
    def setupUi(self, ContaForm):
        if not ContaForm.objectName():
            ContaForm.setObjectName(u"ContaForm")
        self.root = QVBoxLayout(ContaForm)
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
        self.codigo_label = QLabel(ContaForm)
        self.codigo_label.setObjectName(u"codigo_label")
        self.codigo_label.setProperty(u"kind", u"field")

        self.codigo_box.addWidget(self.codigo_label)

        self.codigo_edit = QLineEdit(ContaForm)
        self.codigo_edit.setObjectName(u"codigo_edit")
        self.codigo_edit.setMaxLength(20)

        self.codigo_box.addWidget(self.codigo_edit)

        self.codigo_error = QLabel(ContaForm)
        self.codigo_error.setObjectName(u"codigo_error")
        self.codigo_error.setProperty(u"kind", u"error")
        self.codigo_error.setWordWrap(True)
        self.codigo_error.setVisible(False)

        self.codigo_box.addWidget(self.codigo_error)

        self.codigo_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.codigo_box.addItem(self.codigo_rest)


        self.grid_0.addLayout(self.codigo_box, 0, 0, 1, 3)

        self.descricao_box = QVBoxLayout()
        self.descricao_box.setSpacing(3)
        self.descricao_box.setObjectName(u"descricao_box")
        self.descricao_label = QLabel(ContaForm)
        self.descricao_label.setObjectName(u"descricao_label")
        self.descricao_label.setProperty(u"kind", u"field")

        self.descricao_box.addWidget(self.descricao_label)

        self.descricao_edit = QLineEdit(ContaForm)
        self.descricao_edit.setObjectName(u"descricao_edit")
        self.descricao_edit.setMaxLength(80)

        self.descricao_box.addWidget(self.descricao_edit)

        self.descricao_error = QLabel(ContaForm)
        self.descricao_error.setObjectName(u"descricao_error")
        self.descricao_error.setProperty(u"kind", u"error")
        self.descricao_error.setWordWrap(True)
        self.descricao_error.setVisible(False)

        self.descricao_box.addWidget(self.descricao_error)

        self.descricao_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.descricao_box.addItem(self.descricao_rest)


        self.grid_0.addLayout(self.descricao_box, 0, 3, 1, 9)

        self.banco_box = QVBoxLayout()
        self.banco_box.setSpacing(3)
        self.banco_box.setObjectName(u"banco_box")
        self.banco_label = QLabel(ContaForm)
        self.banco_label.setObjectName(u"banco_label")
        self.banco_label.setProperty(u"kind", u"field")

        self.banco_box.addWidget(self.banco_label)

        self.banco_edit = QComboBox(ContaForm)
        self.banco_edit.setObjectName(u"banco_edit")

        self.banco_box.addWidget(self.banco_edit)

        self.banco_error = QLabel(ContaForm)
        self.banco_error.setObjectName(u"banco_error")
        self.banco_error.setProperty(u"kind", u"error")
        self.banco_error.setWordWrap(True)
        self.banco_error.setVisible(False)

        self.banco_box.addWidget(self.banco_error)

        self.banco_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.banco_box.addItem(self.banco_rest)


        self.grid_0.addLayout(self.banco_box, 1, 0, 1, 3)

        self.agencia_box = QVBoxLayout()
        self.agencia_box.setSpacing(3)
        self.agencia_box.setObjectName(u"agencia_box")
        self.agencia_label = QLabel(ContaForm)
        self.agencia_label.setObjectName(u"agencia_label")
        self.agencia_label.setProperty(u"kind", u"field")

        self.agencia_box.addWidget(self.agencia_label)

        self.agencia_edit = QLineEdit(ContaForm)
        self.agencia_edit.setObjectName(u"agencia_edit")
        self.agencia_edit.setMaxLength(10)

        self.agencia_box.addWidget(self.agencia_edit)

        self.agencia_error = QLabel(ContaForm)
        self.agencia_error.setObjectName(u"agencia_error")
        self.agencia_error.setProperty(u"kind", u"error")
        self.agencia_error.setWordWrap(True)
        self.agencia_error.setVisible(False)

        self.agencia_box.addWidget(self.agencia_error)

        self.agencia_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.agencia_box.addItem(self.agencia_rest)


        self.grid_0.addLayout(self.agencia_box, 1, 3, 1, 3)

        self.agencia_dv_box = QVBoxLayout()
        self.agencia_dv_box.setSpacing(3)
        self.agencia_dv_box.setObjectName(u"agencia_dv_box")
        self.agencia_dv_label = QLabel(ContaForm)
        self.agencia_dv_label.setObjectName(u"agencia_dv_label")
        self.agencia_dv_label.setProperty(u"kind", u"field")

        self.agencia_dv_box.addWidget(self.agencia_dv_label)

        self.agencia_dv_edit = QLineEdit(ContaForm)
        self.agencia_dv_edit.setObjectName(u"agencia_dv_edit")
        self.agencia_dv_edit.setMaxLength(2)

        self.agencia_dv_box.addWidget(self.agencia_dv_edit)

        self.agencia_dv_error = QLabel(ContaForm)
        self.agencia_dv_error.setObjectName(u"agencia_dv_error")
        self.agencia_dv_error.setProperty(u"kind", u"error")
        self.agencia_dv_error.setWordWrap(True)
        self.agencia_dv_error.setVisible(False)

        self.agencia_dv_box.addWidget(self.agencia_dv_error)

        self.agencia_dv_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.agencia_dv_box.addItem(self.agencia_dv_rest)


        self.grid_0.addLayout(self.agencia_dv_box, 1, 6, 1, 1)

        self.conta_box = QVBoxLayout()
        self.conta_box.setSpacing(3)
        self.conta_box.setObjectName(u"conta_box")
        self.conta_label = QLabel(ContaForm)
        self.conta_label.setObjectName(u"conta_label")
        self.conta_label.setProperty(u"kind", u"field")

        self.conta_box.addWidget(self.conta_label)

        self.conta_edit = QLineEdit(ContaForm)
        self.conta_edit.setObjectName(u"conta_edit")
        self.conta_edit.setMaxLength(20)

        self.conta_box.addWidget(self.conta_edit)

        self.conta_error = QLabel(ContaForm)
        self.conta_error.setObjectName(u"conta_error")
        self.conta_error.setProperty(u"kind", u"error")
        self.conta_error.setWordWrap(True)
        self.conta_error.setVisible(False)

        self.conta_box.addWidget(self.conta_error)

        self.conta_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.conta_box.addItem(self.conta_rest)


        self.grid_0.addLayout(self.conta_box, 1, 7, 1, 4)

        self.conta_dv_box = QVBoxLayout()
        self.conta_dv_box.setSpacing(3)
        self.conta_dv_box.setObjectName(u"conta_dv_box")
        self.conta_dv_label = QLabel(ContaForm)
        self.conta_dv_label.setObjectName(u"conta_dv_label")
        self.conta_dv_label.setProperty(u"kind", u"field")

        self.conta_dv_box.addWidget(self.conta_dv_label)

        self.conta_dv_edit = QLineEdit(ContaForm)
        self.conta_dv_edit.setObjectName(u"conta_dv_edit")
        self.conta_dv_edit.setMaxLength(2)

        self.conta_dv_box.addWidget(self.conta_dv_edit)

        self.conta_dv_error = QLabel(ContaForm)
        self.conta_dv_error.setObjectName(u"conta_dv_error")
        self.conta_dv_error.setProperty(u"kind", u"error")
        self.conta_dv_error.setWordWrap(True)
        self.conta_dv_error.setVisible(False)

        self.conta_dv_box.addWidget(self.conta_dv_error)

        self.conta_dv_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.conta_dv_box.addItem(self.conta_dv_rest)


        self.grid_0.addLayout(self.conta_dv_box, 1, 11, 1, 1)

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
        self.banco_label.setBuddy(self.banco_edit)
        self.agencia_label.setBuddy(self.agencia_edit)
        self.agencia_dv_label.setBuddy(self.agencia_dv_edit)
        self.conta_label.setBuddy(self.conta_edit)
        self.conta_dv_label.setBuddy(self.conta_dv_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ContaForm)
    # setupUi

    def retranslateUi(self, ContaForm):
        self.codigo_label.setText(QCoreApplication.translate("ContaForm", u"&C\u00f3digo", None))
        self.codigo_edit.setPlaceholderText(QCoreApplication.translate("ContaForm", u"autom\u00e1tico", None))
        self.descricao_label.setText(QCoreApplication.translate("ContaForm", u"&Descri\u00e7\u00e3o", None))
        self.banco_label.setText(QCoreApplication.translate("ContaForm", u"&Banco", None))
        self.agencia_label.setText(QCoreApplication.translate("ContaForm", u"&Ag\u00eancia", None))
        self.agencia_dv_label.setText(QCoreApplication.translate("ContaForm", u"D&V", None))
        self.conta_label.setText(QCoreApplication.translate("ContaForm", u"C&onta", None))
        self.conta_dv_label.setText(QCoreApplication.translate("ContaForm", u"DV", None))
        pass
    # retranslateUi

