"""Answers tables and queries, one JSON object a line, with a local Spark."""

import json
import sys
from decimal import Decimal

from pyspark.sql import SparkSession
from pyspark.sql.types import DecimalType, LongType, StringType, StructField, StructType

TYPES = {"text": StringType(), "decimal": DecimalType(15, 12), "bigint": LongType()}
READ = {"text": str, "decimal": Decimal, "bigint": int}


def main():
    session = (
        SparkSession.builder.master("local[1]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "1")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("OFF")
    print(json.dumps({"version": session.version}), flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        if "table" in request:
            columns = request["table"]["columns"]
            schema = StructType([StructField(column["name"], TYPES[column["type"]]) for column in columns])
            read = [READ[column["type"]] for column in columns]
            rows = [
                [None if value is None else parse(value) for parse, value in zip(read, row)]
                for row in request["table"]["rows"]
            ]
            session.createDataFrame(rows, schema).cache().createOrReplaceTempView("areas")
            answer = {}
        else:
            answer = {"rows": [row.asDict() for row in session.sql(request["sql"]).collect()]}
        print(json.dumps(answer), flush=True)


main()
