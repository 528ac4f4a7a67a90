using System.Text.Json.Nodes;
using EdgeGateway.Sim.Kiosks;

namespace EdgeGateway.Sim.Twins.Kiosk.Xfs4Iot;

/// <summary>Plays what happens at the kiosk on its services: what each part says of itself while a customer is there, when paper runs out, when a door opens.</summary>
internal sealed class XfsActor(IReadOnlyDictionary<string, XfsService> services, XfsKioskProfile profile, XfsAlarms alarms)
{
    private readonly Dictionary<string, string> _paper = new(StringComparer.Ordinal);
    private KioskStock? _stock;
    private string? _jammed;
    private long _pictures;

    public void Play(KioskHappening happening)
    {
        switch (happening.Occasion)
        {
            case KioskOccasion.StepBegins:
                Begin(happening.Visit!.Steps[happening.Step].Step, happening.Visit);
                break;
            case KioskOccasion.StepEnds:
                End(happening.Visit!.Steps[happening.Step], happening.Visit);
                break;
            case KioskOccasion.VisitEnds when happening.Visit is not null:
                Left();
                break;
            case KioskOccasion.DoorOpens:
                Door(open: true);
                break;
            case KioskOccasion.DoorCloses:
                Clear();
                Door(open: false);
                break;
            case KioskOccasion.TamperBegins or KioskOccasion.TamperEnds:
                Sensor(happening.Occasion == KioskOccasion.TamperBegins);
                break;
            case KioskOccasion.PowerBack:
                Left();
                break;
        }

        Supplies(happening.Stock);
    }

    private void Begin(string step, KioskVisit visit)
    {
        switch (step)
        {
            case "identify":
                Change(XfsForms.Slot, "cardReader", "media", "entering");
                Change(XfsForms.Barcode, "barcodeReader", "scanner", "on");
                break;
            case "capture":
                Change(XfsForms.Camera, "camera", "pictures", new JsonObject { ["person"] = ++_pictures });
                break;
            case "verify":
                Change(XfsForms.Finger, "biometric", "subject", "present");
                break;
            case "pay" when visit.PaymentChannel == "cash":
                Change(XfsForms.Cash, "cashAcceptor", "intermediateStacker", "notEmpty");
                break;
            case "print":
                Change(Printer(visit), "common", "device", "deviceBusy");
                break;
            case "write-chip":
                Change(XfsForms.Slot, "cardReader", "chipPower", "busy");
                break;
        }
    }

    private void End(KioskVisitStep step, KioskVisit visit)
    {
        switch (step.Step)
        {
            case "identify":
                Change(XfsForms.Slot, "cardReader", "media", "present");
                Change(XfsForms.Barcode, "barcodeReader", "scanner", "off");
                break;
            case "verify":
                Change(XfsForms.Finger, "biometric", "subject", "notPresent");
                services[XfsForms.Finger].Say("Biometric.SubjectRemovedEvent");
                break;
            case "pay" when visit.PaymentChannel == "cash":
                Change(XfsForms.Cash, "cashAcceptor", "intermediateStacker", "empty");
                break;
            case "print":
                Printed(visit, step.Result == KioskVisitStep.Ok);
                break;
            case "write-chip":
                Change(XfsForms.Slot, "cardReader", "chipPower", "noCard");
                break;
        }
    }

    private void Printed(KioskVisit visit, bool well)
    {
        string printer = Printer(visit);
        Change(printer, "common", "device", "online");
        if (visit.Reason == KioskVisit.Jam)
        {
            _jammed = printer;
            alarms.Turn(services[printer], "jam", active: true);
            Change(printer, "printer", "media", "jammed");
            services[printer].Say("Common.ErrorEvent", new JsonObject { ["eventId"] = "hardware", ["action"] = "clear", ["vendorDescription"] = "E2210 paper path" });
        }
        else if (well && _jammed != printer)
        {
            Change(printer, "printer", "media", "present");
            services[printer].Say("Printer.MediaPresentedEvent", new JsonObject { ["wadIndex"] = 1, ["totalWads"] = 1 });
        }
    }

    /// <summary>The customer is gone, or the power was: nothing is in any slot.</summary>
    private void Left()
    {
        Change(XfsForms.Slot, "cardReader", "media", "notPresent");
        services[XfsForms.Slot].Say("CardReader.MediaRemovedEvent");
        foreach (string printer in new[] { XfsForms.Receipt, XfsForms.A4 }.Where(printer => printer != _jammed))
        {
            Change(printer, "printer", "media", "notPresent");
            Change(printer, "common", "device", "online");
        }
    }

    private void Door(bool open)
    {
        XfsService board = services[XfsForms.Board];
        alarms.Turn(board, "door-open", open);
        board.Change(new JsonObject { ["auxiliaries"] = new JsonObject { ["cabinetDoor"] = open ? "open" : "closed", ["operatorSwitch"] = open ? "maintenance" : "run" } });
        if (services.TryGetValue(XfsForms.Technician, out XfsService? technician))
        {
            alarms.Hush(services[XfsForms.Receipt]);
            alarms.Hush(services[XfsForms.A4]);
            technician.Change(new JsonObject { ["vendorMode"] = new JsonObject { ["service"] = open ? "active" : "inactive" } });
            technician.Say(open ? "VendorMode.ModeEnteredEvent" : "VendorMode.ModeExitedEvent");
        }
    }

    private void Sensor(bool on)
    {
        XfsService board = services[XfsForms.Board];
        alarms.Turn(board, "tamper", on);
        board.Change(new JsonObject { ["auxiliaries"] = new JsonObject { ["tamperSensor"] = on ? "on" : "off", ["seismicSensor"] = on ? "on" : "off" } });
    }

    private void Clear()
    {
        if (_jammed is { } printer)
        {
            _jammed = null;
            alarms.Turn(services[printer], "jam", active: false);
            Change(printer, "printer", "media", "notPresent");
        }
    }

    private void Supplies(KioskStock stock)
    {
        Paper(XfsForms.Receipt, "upper", KioskStock.Paper(stock.Receipts, profile.Day.Receipts));
        Paper(XfsForms.A4, "lower", KioskStock.Paper(stock.Sheets, profile.Day.Sheets));
        if (stock.Cards != _stock?.Cards || stock.Bin != _stock?.Bin)
        {
            Unit(XfsForms.Stock, stock.Cards, 0, stock.Cards == 0 ? "empty" : stock.Cards * 5 <= profile.Day.Cards ? "low" : "ok");
            Unit(XfsForms.Bin, stock.Bin, stock.Bin, KioskStock.Fills(stock.Bin, profile.Day.Bin));
        }

        _stock = stock;
    }

    private void Paper(string printer, string tray, string state)
    {
        if (_paper.GetValueOrDefault(tray, "full") != state)
        {
            _paper[tray] = state;
            Change(printer, "printer", "paper", new JsonObject { [tray] = state });
            services[printer].Say("Printer.PaperThresholdEvent", new JsonObject { ["paperSource"] = tray, ["threshold"] = state });
        }
    }

    private void Unit(string unit, int count, int retained, string state) =>
        services[XfsForms.Slot].Store(unit, new JsonObject { ["count"] = count, ["retainCount"] = retained, ["replenishmentStatus"] = state });

    private void Change(string service, string node, string name, JsonNode value) => services[service].Change(new JsonObject { [node] = new JsonObject { [name] = value } });

    private static string Printer(KioskVisit visit) => visit.OnA4 ? XfsForms.A4 : XfsForms.Receipt;
}
