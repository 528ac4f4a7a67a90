"""Reports and pictures of DICOS by pydicom, for the tests of the reader.

  reports.py write FOLDER COUNT SEED   COUNT files made at random, N.dcm, and what was put into each, N.json (DICOM JSON model)
  reports.py read FILE...              what pydicom reads of each, FILE.json
"""
import json
import random
import sys

import pydicom
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.sequence import Sequence
from pydicom.uid import ExplicitVRLittleEndian, ImplicitVRLittleEndian

TDR = "1.2.840.10008.5.1.4.1.1.501.3"
DX = "1.2.840.10008.5.1.4.1.1.501.2.1"
ROOT = "1.2.826.0.1.3680043.10.999."
ASCII = ["knife", "bottle 0.5 l", "power bank", "a", "lighter (two)", "X" * 64]
CHINESE = ["水果刀", "打火机 2 个", "乗示範乗", "充电宝", "易燃液体——酒精", "刀"]
RARE = ["𠀀𠀁", "㐀丂"]
CHARSETS = [(None, ASCII), ("ISO_IR 192", ASCII + CHINESE + RARE), ("GB18030", ASCII + CHINESE + RARE), ("GBK", ASCII + CHINESE)]


def floats(dice, count):
    return [dice.choice([0.0, 0.1, -1.5, 3.4e38, 1e-30, dice.uniform(-1000, 1000)]) for _ in range(count)]


def maybe(dice, data, tag, vr, value):
    if dice.random() < 0.8:
        data.add_new(tag, vr, value)


def assessment(dice, words):
    data = Dataset()
    maybe(dice, data, 0x40101012, "CS", dice.choice(["EXPLOSIVE", "PI", "CONTRABAND", "ANOMALY", "METAL", "NEW_WORD"]))
    maybe(dice, data, 0x40101013, "LT", dice.choice(words) + dice.choice(["", "\\ with a backslash", "\r\nsecond line"]))
    maybe(dice, data, 0x40101014, "CS", dice.choice(["NO_INTERFERENCE", "SHIELD"]))
    maybe(dice, data, 0x40101015, "CS", dice.choice(["HIGH_THREAT", "THREAT", "NO_THREAT", "UNKNOWN"]))
    maybe(dice, data, 0x40101016, "FL", dice.choice([-1.0, 0.0, 0.875, dice.random()]))
    return data


def representation(dice, words):
    data = Dataset()
    if dice.random() < 0.7:
        image = Dataset()
        image.add_new(0x00081150, "UI", DX)
        image.add_new(0x00081155, "UI", ROOT + "9." + str(dice.randrange(10**9)))
        data.add_new(0x0008114A, "SQ", Sequence([image]))
    if dice.random() < 0.5:
        region = Dataset()
        region.add_new(0x40101004, "FL", floats(dice, 3))
        region.add_new(0x40101005, "FL", floats(dice, 3))
        maybe(dice, region, 0x40101006, "OB", bytes(dice.randrange(256) for _ in range(2 * dice.randrange(1, 200))))
        data.add_new(0x40101001, "SQ", Sequence([region]))
    maybe(dice, data, 0x40101017, "FL", dice.uniform(0, 5000))
    maybe(dice, data, 0x4010101D, "FL", floats(dice, 3 * dice.randrange(2, 12)))
    maybe(dice, data, 0x40101078, "ST", dice.choice(words))
    return data


def threat(dice, words, number):
    data = Dataset()
    data.add_new(0x40101010, "US", number)
    data.add_new(0x40101037, "SQ", Sequence([representation(dice, words) for _ in range(dice.randrange(4))]))
    data.add_new(0x40101038, "SQ", Sequence([assessment(dice, words) for _ in range(dice.randrange(3))]))
    return data


def report(dice, number):
    charset, words = dice.choice(CHARSETS)
    data = Dataset()
    if charset:
        data.SpecificCharacterSet = charset
    data.SOPClassUID = TDR
    data.SOPInstanceUID = ROOT + "8." + str(number)
    data.Modality = "TDR"
    maybe(dice, data, 0x00080020, "DA", "20260105")
    maybe(dice, data, 0x00080030, "TM", dice.choice(["093000", "0930", "093000.123456"]))
    maybe(dice, data, 0x00080070, "LO", dice.choice(words))
    maybe(dice, data, 0x00080080, "LO", dice.choice(words))
    maybe(dice, data, 0x00080081, "ST", dice.choice(words))
    maybe(dice, data, 0x00081010, "SH", "XR-" + str(dice.randrange(100)))
    maybe(dice, data, 0x00100020, "LO", "SF" + str(dice.randrange(10**13)))
    maybe(dice, data, 0x00181020, "LO", [dice.choice(words) for _ in range(dice.randrange(1, 4))])
    maybe(dice, data, 0x0020000D, "UI", ROOT + "1." + str(number))
    maybe(dice, data, 0x00200013, "IS", str(dice.randrange(10**6)))
    maybe(dice, data, 0x40101021, "CS", ["TIMEOUT", "OVERSIZE"][: dice.randrange(1, 3)])
    maybe(dice, data, 0x40101024, "CS", dice.choice(["SUCCESS", "ABORT"]))
    maybe(dice, data, 0x40101029, "LO", [dice.choice(words), str(dice.randrange(10)), "p=" + str(dice.random())])
    maybe(dice, data, 0x4010102B, "DT", "20260105093014.250000+0800")
    maybe(dice, data, 0x40101031, "CS", dice.choice(["ALARM", "CLEAR", "UNKNOWN", "NO_ALARM"]))
    maybe(dice, data, 0x40101033, "US", dice.randrange(65536))
    maybe(dice, data, 0x40101043, "FL", floats(dice, 3))
    maybe(dice, data, 0x40101069, "FL", dice.uniform(0, 10000))
    data.add_new(0x40101011, "SQ", Sequence([threat(dice, words, i + 1) for i in range(dice.randrange(5))]))
    return data


def undefined(dice, data):
    for element in data:
        if element.VR == "SQ":
            element.is_undefined_length = dice.random() < 0.5
            for item in element.value:
                item.is_undefined_length_sequence_item = dice.random() < 0.5
                undefined(dice, item)


def write(folder, count, seed):
    for number in range(count):
        dice = random.Random(f"{seed}/{number}")
        data = report(dice, number)
        truth = data.to_json_dict(10**9, None)
        meta = FileMetaDataset()
        meta.MediaStorageSOPClassUID = data.SOPClassUID
        meta.MediaStorageSOPInstanceUID = data.SOPInstanceUID
        meta.TransferSyntaxUID = dice.choice([ExplicitVRLittleEndian, ImplicitVRLittleEndian])
        file = FileDataset(None, data, file_meta=meta, preamble=b"\0" * 128)
        file.is_implicit_VR = meta.TransferSyntaxUID.is_implicit_VR
        file.is_little_endian = True
        undefined(dice, file)
        file.save_as(f"{folder}/{number}.dcm", write_like_original=False)
        with open(f"{folder}/{number}.json", "w", encoding="utf-8") as out:
            json.dump(truth, out, ensure_ascii=False)


def read(files):
    for name in files:
        with open(name + ".json", "w", encoding="utf-8") as out:
            json.dump(pydicom.dcmread(name).to_json_dict(10**9, None), out, ensure_ascii=False)


if sys.argv[1] == "write":
    write(sys.argv[2], int(sys.argv[3]), sys.argv[4])
else:
    read(sys.argv[2:])
