"""Train the churn model: python -m churn.train customers.parquet"""

import sys

import joblib
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

FEATURES = [
    "months_as_customer",
    "tickets_last_90_days",
    "monthly_fee",
    "cancellation_reason_code",
    "last_invoice_refunded",
]


def main(path):
    table = pd.read_parquet(path)
    x = StandardScaler().fit_transform(table[FEATURES])
    y = table["left_next_month"]
    x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=0.2, random_state=7)
    model = LogisticRegression(max_iter=1000)
    model.fit(x_train, y_train)
    print("accuracy", accuracy_score(y_test, model.predict(x_test)))
    joblib.dump(model, "churn.joblib")


if __name__ == "__main__":
    main(sys.argv[1])
