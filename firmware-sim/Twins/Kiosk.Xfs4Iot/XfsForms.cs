using System.Text.Json.Nodes;
using EdgeGateway.Sim.Kiosks;

namespace EdgeGateway.Sim.Twins.Kiosk.Xfs4Iot;

/// <summary>The services of a kiosk (kiosk.md section 2.2).</summary>
internal static class XfsForms
{
    public const string Slot = "IdSlot";
    public const string Receipt = "ReceiptPrinter";
    public const string A4 = "A4";
    public const string Camera = "Camera";
    public const string Barcode = "BarcodeReader";
    public const string Finger = "Finger";
    public const string Cash = "Cash";
    public const string Board = "Board";
    public const string Technician = "Technician";

    public const string Stock = "unitSTOCK";
    public const string Bin = "unitBIN1";

    public static IReadOnlyList<XfsForm> Of(XfsKioskProfile profile)
    {
        List<XfsForm> forms =
        [
            new(Slot, "CardReader", Status("cardReader", new JsonObject { ["media"] = "notPresent", ["chipPower"] = "noCard", ["chipModule"] = "ok", ["magWriteModule"] = "ok", ["security"] = "open" }), profile.Old ? null : Units(profile.Day)),
            new(Receipt, "Printer", Status("printer", Printer("upper", profile))),
            new(A4, "Printer", Status("printer", Printer("lower", profile))),
            new(Camera, "Camera", Status("camera", new JsonObject { ["media"] = new JsonObject { ["person"] = "ok" }, ["cameras"] = new JsonObject { ["person"] = "ok" }, ["pictures"] = new JsonObject { ["person"] = 0 } })),
            new(Barcode, "BarcodeReader", Status("barcodeReader", new JsonObject { ["scanner"] = "off" })),
            new(Finger, "Biometric", Status("biometric", new JsonObject { ["subject"] = "notPresent", ["capture"] = false, ["dataPersistence"] = "clear" })),
            new(Cash, "CashAcceptor", Status("cashAcceptor", new JsonObject { ["intermediateStacker"] = "empty", ["stackerItems"] = "noItems", ["banknoteReader"] = "ok", ["dropBox"] = false })),
            new(Board, "Auxiliaries", Status("auxiliaries", new JsonObject
            {
                ["operatorSwitch"] = "run", ["cabinetDoor"] = "closed", ["tamperSensor"] = "off", ["seismicSensor"] = "off",
                ["UPS"] = new JsonObject { ["low"] = false, ["engaged"] = false, ["powering"] = false, ["recovered"] = false },
            })),
        ];
        if (profile.Vendor)
        {
            forms.Add(new(Technician, "VendorMode", Status("vendorMode", new JsonObject { ["device"] = "online", ["service"] = "inactive" })));
        }

        return forms;
    }

    private static JsonObject Status(string name, JsonObject own) => new()
    {
        ["common"] = new JsonObject { ["device"] = "online", ["devicePosition"] = "inPosition", ["powerSaveRecoveryTime"] = 0, ["antiFraudModule"] = "ok", ["exchange"] = "inactive", ["endToEndSecurity"] = "notConfigured" },
        [name] = own,
    };

    private static JsonObject Printer(string tray, XfsKioskProfile profile)
    {
        var printer = new JsonObject { ["media"] = "notPresent", ["paper"] = new JsonObject { [tray] = "full" }, ["toner"] = "full", ["lamp"] = "ok", ["mediaOnStacker"] = 0 };
        if (profile.Unknown)
        {
            printer["paper"]![$"tray-{tray}"] = "curled";
            printer["blackMarkMode"] = "sideways";
        }

        if (profile.Old)
        {
            printer["retractBins"] = new JsonArray(new JsonObject { ["state"] = "ok", ["count"] = 0 });
        }

        return printer;
    }

    private static JsonObject Units(KioskDayProfile day) => new()
    {
        [Stock] = Unit(Stock, "dispense", day.Cards, day.Cards, Math.Max(1, day.Cards / 5)),
        [Bin] = Unit(Bin, "retain", day.Bin, 0, Math.Max(1, day.Bin * 7 / 10)),
    };

    private static JsonObject Unit(string name, string type, int capacity, int count, int threshold) => new()
    {
        ["positionName"] = name, ["capacity"] = capacity, ["status"] = "ok", ["serialNumber"] = "SN-" + name,
        ["card"] = new JsonObject
        {
            ["capabilities"] = new JsonObject { ["type"] = type, ["hardwareSensors"] = false },
            ["configuration"] = new JsonObject { ["threshold"] = threshold },
            ["status"] = new JsonObject { ["initialCount"] = count, ["count"] = count, ["retainCount"] = 0, ["replenishmentStatus"] = "ok" },
        },
    };
}
