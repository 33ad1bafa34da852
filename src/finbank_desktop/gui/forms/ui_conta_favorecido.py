# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'conta_favorecido.ui'
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

class Ui_ContaFavorecidoForm(object):
    def setupUi(self, ContaFavorecidoForm):
        if not ContaFavorecidoForm.objectName():
            ContaFavorecidoForm.setObjectName(u"ContaFavorecidoForm")
        self.root = QVBoxLayout(ContaFavorecidoForm)
        self.root.setSpacing(12)
        self.root.setObjectName(u"root")
        self.root.setContentsMargins(0, 0, 0, 0)
        self.grid_0 = QGridLayout()
        self.grid_0.setObjectName(u"grid_0")
        self.grid_0.setHorizontalSpacing(16)
        self.grid_0.setVerticalSpacing(12)
        self.banco_box = QVBoxLayout()
        self.banco_box.setSpacing(3)
        self.banco_box.setObjectName(u"banco_box")
        self.banco_label = QLabel(ContaFavorecidoForm)
        self.banco_label.setObjectName(u"banco_label")
        self.banco_label.setProperty(u"kind", u"field")

        self.banco_box.addWidget(self.banco_label)

        self.banco_edit = QLineEdit(ContaFavorecidoForm)
        self.banco_edit.setObjectName(u"banco_edit")
        self.banco_edit.setMaxLength(3)

        self.banco_box.addWidget(self.banco_edit)

        self.banco_error = QLabel(ContaFavorecidoForm)
        self.banco_error.setObjectName(u"banco_error")
        self.banco_error.setProperty(u"kind", u"error")
        self.banco_error.setWordWrap(True)
        self.banco_error.setVisible(False)

        self.banco_box.addWidget(self.banco_error)

        self.banco_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.banco_box.addItem(self.banco_rest)


        self.grid_0.addLayout(self.banco_box, 0, 0, 1, 6)

        self.tipo_box = QVBoxLayout()
        self.tipo_box.setSpacing(3)
        self.tipo_box.setObjectName(u"tipo_box")
        self.tipo_label = QLabel(ContaFavorecidoForm)
        self.tipo_label.setObjectName(u"tipo_label")
        self.tipo_label.setProperty(u"kind", u"field")

        self.tipo_box.addWidget(self.tipo_label)

        self.tipo_edit = QComboBox(ContaFavorecidoForm)
        self.tipo_edit.setObjectName(u"tipo_edit")

        self.tipo_box.addWidget(self.tipo_edit)

        self.tipo_error = QLabel(ContaFavorecidoForm)
        self.tipo_error.setObjectName(u"tipo_error")
        self.tipo_error.setProperty(u"kind", u"error")
        self.tipo_error.setWordWrap(True)
        self.tipo_error.setVisible(False)

        self.tipo_box.addWidget(self.tipo_error)

        self.tipo_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.tipo_box.addItem(self.tipo_rest)


        self.grid_0.addLayout(self.tipo_box, 0, 6, 1, 6)

        self.agencia_box = QVBoxLayout()
        self.agencia_box.setSpacing(3)
        self.agencia_box.setObjectName(u"agencia_box")
        self.agencia_label = QLabel(ContaFavorecidoForm)
        self.agencia_label.setObjectName(u"agencia_label")
        self.agencia_label.setProperty(u"kind", u"field")

        self.agencia_box.addWidget(self.agencia_label)

        self.agencia_edit = QLineEdit(ContaFavorecidoForm)
        self.agencia_edit.setObjectName(u"agencia_edit")
        self.agencia_edit.setMaxLength(8)

        self.agencia_box.addWidget(self.agencia_edit)

        self.agencia_error = QLabel(ContaFavorecidoForm)
        self.agencia_error.setObjectName(u"agencia_error")
        self.agencia_error.setProperty(u"kind", u"error")
        self.agencia_error.setWordWrap(True)
        self.agencia_error.setVisible(False)

        self.agencia_box.addWidget(self.agencia_error)

        self.agencia_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.agencia_box.addItem(self.agencia_rest)


        self.grid_0.addLayout(self.agencia_box, 1, 0, 1, 4)

        self.agencia_dv_box = QVBoxLayout()
        self.agencia_dv_box.setSpacing(3)
        self.agencia_dv_box.setObjectName(u"agencia_dv_box")
        self.agencia_dv_label = QLabel(ContaFavorecidoForm)
        self.agencia_dv_label.setObjectName(u"agencia_dv_label")
        self.agencia_dv_label.setProperty(u"kind", u"field")

        self.agencia_dv_box.addWidget(self.agencia_dv_label)

        self.agencia_dv_edit = QLineEdit(ContaFavorecidoForm)
        self.agencia_dv_edit.setObjectName(u"agencia_dv_edit")
        self.agencia_dv_edit.setMaxLength(2)

        self.agencia_dv_box.addWidget(self.agencia_dv_edit)

        self.agencia_dv_error = QLabel(ContaFavorecidoForm)
        self.agencia_dv_error.setObjectName(u"agencia_dv_error")
        self.agencia_dv_error.setProperty(u"kind", u"error")
        self.agencia_dv_error.setWordWrap(True)
        self.agencia_dv_error.setVisible(False)

        self.agencia_dv_box.addWidget(self.agencia_dv_error)

        self.agencia_dv_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.agencia_dv_box.addItem(self.agencia_dv_rest)


        self.grid_0.addLayout(self.agencia_dv_box, 1, 4, 1, 2)

        self.conta_box = QVBoxLayout()
        self.conta_box.setSpacing(3)
        self.conta_box.setObjectName(u"conta_box")
        self.conta_label = QLabel(ContaFavorecidoForm)
        self.conta_label.setObjectName(u"conta_label")
        self.conta_label.setProperty(u"kind", u"field")

        self.conta_box.addWidget(self.conta_label)

        self.conta_edit = QLineEdit(ContaFavorecidoForm)
        self.conta_edit.setObjectName(u"conta_edit")
        self.conta_edit.setMaxLength(20)

        self.conta_box.addWidget(self.conta_edit)

        self.conta_error = QLabel(ContaFavorecidoForm)
        self.conta_error.setObjectName(u"conta_error")
        self.conta_error.setProperty(u"kind", u"error")
        self.conta_error.setWordWrap(True)
        self.conta_error.setVisible(False)

        self.conta_box.addWidget(self.conta_error)

        self.conta_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.conta_box.addItem(self.conta_rest)


        self.grid_0.addLayout(self.conta_box, 1, 6, 1, 4)

        self.conta_dv_box = QVBoxLayout()
        self.conta_dv_box.setSpacing(3)
        self.conta_dv_box.setObjectName(u"conta_dv_box")
        self.conta_dv_label = QLabel(ContaFavorecidoForm)
        self.conta_dv_label.setObjectName(u"conta_dv_label")
        self.conta_dv_label.setProperty(u"kind", u"field")

        self.conta_dv_box.addWidget(self.conta_dv_label)

        self.conta_dv_edit = QLineEdit(ContaFavorecidoForm)
        self.conta_dv_edit.setObjectName(u"conta_dv_edit")
        self.conta_dv_edit.setMaxLength(2)

        self.conta_dv_box.addWidget(self.conta_dv_edit)

        self.conta_dv_error = QLabel(ContaFavorecidoForm)
        self.conta_dv_error.setObjectName(u"conta_dv_error")
        self.conta_dv_error.setProperty(u"kind", u"error")
        self.conta_dv_error.setWordWrap(True)
        self.conta_dv_error.setVisible(False)

        self.conta_dv_box.addWidget(self.conta_dv_error)

        self.conta_dv_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.conta_dv_box.addItem(self.conta_dv_rest)


        self.grid_0.addLayout(self.conta_dv_box, 1, 10, 1, 2)

        self.ispb_box = QVBoxLayout()
        self.ispb_box.setSpacing(3)
        self.ispb_box.setObjectName(u"ispb_box")
        self.ispb_label = QLabel(ContaFavorecidoForm)
        self.ispb_label.setObjectName(u"ispb_label")
        self.ispb_label.setProperty(u"kind", u"field")

        self.ispb_box.addWidget(self.ispb_label)

        self.ispb_edit = QLineEdit(ContaFavorecidoForm)
        self.ispb_edit.setObjectName(u"ispb_edit")
        self.ispb_edit.setMaxLength(8)

        self.ispb_box.addWidget(self.ispb_edit)

        self.ispb_error = QLabel(ContaFavorecidoForm)
        self.ispb_error.setObjectName(u"ispb_error")
        self.ispb_error.setProperty(u"kind", u"error")
        self.ispb_error.setWordWrap(True)
        self.ispb_error.setVisible(False)

        self.ispb_box.addWidget(self.ispb_error)

        self.ispb_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.ispb_box.addItem(self.ispb_rest)


        self.grid_0.addLayout(self.ispb_box, 2, 0, 1, 6)

        self.principal_box = QVBoxLayout()
        self.principal_box.setSpacing(3)
        self.principal_box.setObjectName(u"principal_box")
        self.principal_edit = QCheckBox(ContaFavorecidoForm)
        self.principal_edit.setObjectName(u"principal_edit")

        self.principal_box.addWidget(self.principal_edit)

        self.principal_error = QLabel(ContaFavorecidoForm)
        self.principal_error.setObjectName(u"principal_error")
        self.principal_error.setProperty(u"kind", u"error")
        self.principal_error.setWordWrap(True)
        self.principal_error.setVisible(False)

        self.principal_box.addWidget(self.principal_error)

        self.principal_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.principal_box.addItem(self.principal_rest)


        self.grid_0.addLayout(self.principal_box, 2, 6, 1, 6)

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
        self.banco_label.setBuddy(self.banco_edit)
        self.tipo_label.setBuddy(self.tipo_edit)
        self.agencia_label.setBuddy(self.agencia_edit)
        self.agencia_dv_label.setBuddy(self.agencia_dv_edit)
        self.conta_label.setBuddy(self.conta_edit)
        self.conta_dv_label.setBuddy(self.conta_dv_edit)
        self.ispb_label.setBuddy(self.ispb_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ContaFavorecidoForm)
    # setupUi

    def retranslateUi(self, ContaFavorecidoForm):
        self.banco_label.setText(QCoreApplication.translate("ContaFavorecidoForm", u"&Banco (c\u00f3digo)", None))
        self.banco_edit.setPlaceholderText(QCoreApplication.translate("ContaFavorecidoForm", u"341, 260\u2026", None))
        self.tipo_label.setText(QCoreApplication.translate("ContaFavorecidoForm", u"&Tipo de conta", None))
        self.agencia_label.setText(QCoreApplication.translate("ContaFavorecidoForm", u"A&g\u00eancia", None))
        self.agencia_dv_label.setText(QCoreApplication.translate("ContaFavorecidoForm", u"DV", None))
        self.conta_label.setText(QCoreApplication.translate("ContaFavorecidoForm", u"&Conta", None))
        self.conta_dv_label.setText(QCoreApplication.translate("ContaFavorecidoForm", u"D&V", None))
        self.ispb_label.setText(QCoreApplication.translate("ContaFavorecidoForm", u"&ISPB, se n\u00e3o h\u00e1 c\u00f3digo", None))
        self.principal_edit.setText(QCoreApplication.translate("ContaFavorecidoForm", u"&Principal do favorecido", None))
        pass
    # retranslateUi

