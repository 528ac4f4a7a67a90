using System.Globalization;
using System.Text.Json;

namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>Messages that services send by themselves (kiosk.md section 2.2). Of those that say nothing of a person the words of these tables are read, of others nothing.</summary>
internal static class XfsFacts
{
    private const int LongestWhich = 32;

    private static readonly string[] s_places = ["from", "to", "position", "result", "shutter", "status", "state"];

    private static readonly string[] s_known =
    [
        "exit", "transport", "retract", "storage", "ok", "inop", "unknown", "present", "notPresent", "entering", "jammed", "latched", "retracted", "expelled", "on", "off",
        "open", "closed", "inserted", "removed", "customer", "in", "out", "default", "inDefault", "inLeft", "inRight", "inCenter", "inTop", "inBottom", "inFront", "inRear",
        "outDefault", "outLeft", "outRight", "outCenter", "outTop", "outBottom", "outFront", "outRear", "high", "full",
    ];

    private static readonly Dictionary<string, XfsFactKind> s_all = Kinds();

    /// <returns>As the standard spells it; null for a message that is not read.</returns>
    public static string? Known(string name) => s_all.Keys.FirstOrDefault(one => one.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <param name="name">As <see cref="Known"/> spells it.</param>
    /// <param name="payload">Undefined when there is none.</param>
    /// <param name="picks">Counts what was not taken.</param>
    public static XfsFact Read(string name, JsonElement payload, XfsPicks picks)
    {
        var fact = new XfsFact { Kind = s_all[name] };
        return fact.Kind switch
        {
            XfsFactKind.StatusChanged => fact with { Change = Change(name, payload, picks) },
            XfsFactKind.Error => fact with { Error = XfsErrorReader.Read(payload, picks), AsksStatus = true },
            XfsFactKind.Threshold => Threshold(fact, name, payload, picks),
            XfsFactKind.StorageChanged => fact with { Storage = XfsStorageReader.Read(payload.Pick("storage") is { ValueKind: JsonValueKind.Object } inner ? inner : payload, picks), AsksStorage = true },
            XfsFactKind.VendorMode => fact with { Change = XfsTreeReader.One("vendorMode.service", Mode(name)), AsksStatus = Mode(name) is null },
            XfsFactKind.Media or XfsFactKind.Shutter => fact with { Words = Words(payload, picks) },
            XfsFactKind.Bin or XfsFactKind.Door => fact with { Words = Words(payload, picks), AsksStatus = true },
            _ => fact,
        };
    }

    private static XfsTree Change(string name, JsonElement payload, XfsPicks picks) =>
        name != "Auxiliaries.AuxiliaryStatusEvent" ? XfsTreeReader.Read(payload, picks)
        : payload.Pick("auxiliaries").ValueKind == JsonValueKind.Object ? XfsTreeReader.Read(payload, picks)
        : XfsTreeReader.Read(payload, picks, "auxiliaries");

    private static XfsFact Threshold(XfsFact fact, string name, JsonElement payload, XfsPicks picks)
    {
        var (member, section) = name switch
        {
            "Printer.PaperThresholdEvent" => ("paperSource", "printer.paper."),
            "Printer.TonerThresholdEvent" => (null, "printer.toner"),
            "Printer.InkThresholdEvent" => (null, "printer.ink"),
            "Printer.LampThresholdEvent" => (null, "printer.lamp"),
            "Printer.RetractBinThresholdEvent" => ("binNumber", "printer.retractBins."),
            _ => ("camera", "camera.media."),
        };
        string? which = member is null ? string.Empty : Which(payload.Pick(member), picks);
        string level = payload.Pick("threshold").ValueKind == JsonValueKind.Undefined ? "state" : "threshold";
        string path = section + which + (member == "binNumber" ? ".state" : string.Empty);
        if (which is null || picks.Word(payload.Pick(level), XfsTable.RowOf(path).Words) is not { } word)
        {
            return fact;
        }

        var words = new Dictionary<string, XfsValue> { [level] = word };
        if (member is not null)
        {
            words[member] = new XfsValue(which);
        }

        return fact with { Change = XfsTreeReader.One(path, word), Words = words };
    }

    /// <summary>A tray has a name, a bin a number.</summary>
    private static string? Which(JsonElement value, XfsPicks picks)
    {
        string? name = value.ValueKind == JsonValueKind.Number ? picks.Count(value)?.ToString(CultureInfo.InvariantCulture) : picks.Name(value);
        return name is { Length: <= LongestWhich } && !name.Contains('.', StringComparison.Ordinal) ? name : null;
    }

    private static XfsValue? Mode(string name) => name switch
    {
        "VendorMode.ModeEnteredEvent" => new XfsValue("active"),
        "VendorMode.ModeExitedEvent" => new XfsValue("inactive"),
        _ => null,
    };

    private static Dictionary<string, XfsValue> Words(JsonElement payload, XfsPicks picks)
    {
        var words = new Dictionary<string, XfsValue>(StringComparer.Ordinal);
        foreach (string place in s_places)
        {
            if (picks.Word(payload.Pick(place), s_known) is { } word)
            {
                words[place] = word;
            }
        }

        return words;
    }

    private static Dictionary<string, XfsFactKind> Kinds()
    {
        (XfsFactKind Kind, string Names)[] kinds =
        [
            (XfsFactKind.StatusChanged, "Common.StatusChangedEvent Auxiliaries.AuxiliaryStatusEvent"),
            (XfsFactKind.Error, "Common.ErrorEvent"),
            (XfsFactKind.Threshold, "Printer.PaperThresholdEvent Printer.TonerThresholdEvent Printer.InkThresholdEvent Printer.LampThresholdEvent Printer.RetractBinThresholdEvent Camera.MediaThresholdEvent"),
            (XfsFactKind.Media, "CardReader.MediaRemovedEvent CardReader.MediaDetectedEvent CardReader.CardActionEvent Printer.MediaTakenEvent Printer.MediaPresentedEvent Printer.MediaInsertedEvent"
                + " Printer.MediaDetectedEvent Printer.MediaAutoRetractedEvent Check.MediaTakenEvent Check.MediaDetectedEvent CashAcceptor.ItemsTakenEvent CashAcceptor.ItemsInsertedEvent"
                + " CashAcceptor.ItemsPresentedEvent CashAcceptor.MediaDetectedEvent CashManagement.ItemsTakenEvent CashManagement.ItemsInsertedEvent CashManagement.ItemsPresentedEvent CashManagement.MediaDetectedEvent"),
            (XfsFactKind.Bin, "Printer.RetractBinStatusEvent"),
            (XfsFactKind.Shutter, "CashAcceptor.ShutterStatusChangedEvent CashManagement.ShutterStatusChangedEvent Check.ShutterStatusChangedEvent"),
            (XfsFactKind.Door, "CashManagement.SafeDoorOpenEvent CashManagement.SafeDoorClosedEvent"),
            (XfsFactKind.StorageChanged, "Storage.StorageChangedEvent Storage.StorageThresholdEvent Storage.CountsChangedEvent Storage.StorageErrorEvent"),
            (XfsFactKind.VendorMode, "VendorMode.ModeEnteredEvent VendorMode.ModeExitedEvent VendorMode.EnterModeRequestEvent VendorMode.ExitModeRequestEvent"),
            (XfsFactKind.Other, "Common.NonceClearedEvent Printer.DefinitionLoadedEvent Biometric.SubjectRemovedEvent Biometric.DataClearedEvent Biometric.OrientationEvent"),
        ];
        return kinds.SelectMany(entry => entry.Names.Split(' ').Select(name => (name, entry.Kind))).ToDictionary(pair => pair.name, pair => pair.Kind, StringComparer.Ordinal);
    }
}
