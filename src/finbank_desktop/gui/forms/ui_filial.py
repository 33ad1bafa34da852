# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'filial.ui'
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

class Ui_FilialForm(object):
    def setupUi(self, FilialForm):
        if not FilialForm.objectName():
            FilialForm.setObjectName(u"FilialForm")
        self.root = QVBoxLayout(FilialForm)
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
        self.codigo_label = QLabel(FilialForm)
        self.codigo_label.setObjectName(u"codigo_label")
        self.codigo_label.setProperty(u"kind", u"field")

        self.codigo_box.addWidget(self.codigo_label)

        self.codigo_edit = QLineEdit(FilialForm)
        self.codigo_edit.setObjectName(u"codigo_edit")
        self.codigo_edit.setMaxLength(10)

        self.codigo_box.addWidget(self.codigo_edit)

        self.codigo_error = QLabel(FilialForm)
        self.codigo_error.setObjectName(u"codigo_error")
        self.codigo_error.setProperty(u"kind", u"error")
        self.codigo_error.setWordWrap(True)
        self.codigo_error.setVisible(False)

        self.codigo_box.addWidget(self.codigo_error)

        self.codigo_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.codigo_box.addItem(self.codigo_rest)


        self.grid_0.addLayout(self.codigo_box, 0, 0, 1, 3)

        self.nome_box = QVBoxLayout()
        self.nome_box.setSpacing(3)
        self.nome_box.setObjectName(u"nome_box")
        self.nome_label = QLabel(FilialForm)
        self.nome_label.setObjectName(u"nome_label")
        self.nome_label.setProperty(u"kind", u"field")

        self.nome_box.addWidget(self.nome_label)

        self.nome_edit = QLineEdit(FilialForm)
        self.nome_edit.setObjectName(u"nome_edit")
        self.nome_edit.setMaxLength(120)

        self.nome_box.addWidget(self.nome_edit)

        self.nome_error = QLabel(FilialForm)
        self.nome_error.setObjectName(u"nome_error")
        self.nome_error.setProperty(u"kind", u"error")
        self.nome_error.setWordWrap(True)
        self.nome_error.setVisible(False)

        self.nome_box.addWidget(self.nome_error)

        self.nome_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.nome_box.addItem(self.nome_rest)


        self.grid_0.addLayout(self.nome_box, 0, 3, 1, 5)

        self.documento_box = QVBoxLayout()
        self.documento_box.setSpacing(3)
        self.documento_box.setObjectName(u"documento_box")
        self.documento_label = QLabel(FilialForm)
        self.documento_label.setObjectName(u"documento_label")
        self.documento_label.setProperty(u"kind", u"field")

        self.documento_box.addWidget(self.documento_label)

        self.documento_edit = DocumentoEdit(FilialForm)
        self.documento_edit.setObjectName(u"documento_edit")

        self.documento_box.addWidget(self.documento_edit)

        self.documento_error = QLabel(FilialForm)
        self.documento_error.setObjectName(u"documento_error")
        self.documento_error.setProperty(u"kind", u"error")
        self.documento_error.setWordWrap(True)
        self.documento_error.setVisible(False)

        self.documento_box.addWidget(self.documento_error)

        self.documento_rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.documento_box.addItem(self.documento_rest)


        self.grid_0.addLayout(self.documento_box, 0, 8, 1, 4)

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
        self.nome_label.setBuddy(self.nome_edit)
        self.documento_label.setBuddy(self.documento_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(FilialForm)
    # setupUi

    def retranslateUi(self, FilialForm):
        self.codigo_label.setText(QCoreApplication.translate("FilialForm", u"&C\u00f3digo", None))
        self.nome_label.setText(QCoreApplication.translate("FilialForm", u"&Nome", None))
        self.documento_label.setText(QCoreApplication.translate("FilialForm", u"CNPJ &ou CPF", None))
        pass
    # retranslateUi

