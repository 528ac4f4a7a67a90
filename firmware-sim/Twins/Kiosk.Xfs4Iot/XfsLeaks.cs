using System.Text.Json.Nodes;
using EdgeGateway.Sim.Kiosks;

namespace EdgeGateway.Sim.Twins.Kiosk.Xfs4Iot;

/// <summary>What careless vendors let out: people's data where only words of the device belong (kiosk.md section 3.5). One way after the other.</summary>
internal sealed class XfsLeaks(IReadOnlyDictionary<string, XfsService> services, HolderBook holders)
{
    /// <summary>Nobody who is well has that many requests outstanding.</summary>
    private const long Mistaken = 990_001;

    private readonly Action<XfsLeaks, InventedHolder, long>[] _ways =
    [
        static (leaks, holder, _) => leaks.Error($"E1207 write failed card {holder.IdNumber} \u59d3\u540d:{holder.Name} \u7535\u8bdd{holder.Mobile}", XfsForms.Slot, "hardware"),
        static (leaks, holder, _) => leaks.Answer(XfsForms.Slot, "CardReader.ReadRawData", new JsonObject
        {
            ["track2"] = new JsonObject { ["data"] = holder.Track },
            ["chip"] = new JsonArray(new JsonObject { ["uid"] = holder.CardUid, ["data"] = holder.IdNumber, ["pan"] = holder.BankCard }),
        }),
        static (leaks, holder, _) => leaks.Answer(XfsForms.Camera, "Camera.TakePicture", new JsonObject { ["pictureData"] = holder.Picture, ["name"] = holder.Name }),
        static (leaks, holder, _) => leaks.Change(XfsForms.Slot, "cardReader", "holderName", holder.Name, "holderId", holder.IdNumber),
        static (leaks, holder, _) => leaks.Answer(XfsForms.Barcode, "BarcodeReader.Read", new JsonObject { ["barcode"] = $"{holder.Mobile};{holder.IdNumber}" }),
        static (leaks, holder, _) => leaks.Error($"E0900 capture {holder.Picture}", XfsForms.Camera, "software"),
        static (leaks, holder, _) => leaks.Change(XfsForms.Slot, "cardReader", "chipPower", $"kept {holder.BankCard}", "uid", holder.CardUid),
        static (leaks, holder, _) => leaks.Answer(XfsForms.Finger, "Biometric.Read", new JsonObject { ["dataRead"] = new JsonArray(new JsonObject { ["type"] = holder.IdNumber, ["data"] = holder.Picture }) }),
        static (leaks, holder, _) => leaks.Event(XfsForms.Slot, "CardReader.EMVClessReadStatusEvent", new JsonObject { ["messageId"] = 1, ["value"] = holder.BankCard, ["languagePreferenceData"] = holder.Name }),
        static (leaks, holder, visit) => leaks.Error($"E0311 {holder.Labelled(visit)} {holder.PrintedCard} refused", XfsForms.Slot, "hardware"),
        static (leaks, holder, _) => leaks.Error($"E0312 uid {holder.CardUid} not read", XfsForms.Slot, "user"),
        static (leaks, holder, _) => leaks.Change(XfsForms.Receipt, "printer", holder.IdNumber, "kept", holder.Name, holder.CardUid),
        static (leaks, holder, _) => leaks.Service(XfsForms.A4).Change(new JsonObject { ["printer"] = new JsonObject { ["paper"] = new JsonObject { [holder.IdNumber] = "full", [holder.Name] = "full" } } }),
        static (leaks, holder, _) => leaks.Service(XfsForms.Slot).Store(XfsForms.Bin, new JsonObject { [holder.PrintedCard] = holder.CardUid }),
        static (leaks, holder, _) => leaks.Change(XfsForms.Receipt, "printer", "lastJob", $"{holder.Name} {holder.IdNumber} {holder.Mobile}", "jobPicture", holder.Picture),
    ];

    private int _next;

    /// <summary>How many ways there are.</summary>
    public int Ways => _ways.Length;

    /// <param name="visit">Whose data.</param>
    public void Spill(long visit) => _ways[_next++ % _ways.Length](this, holders.Of(visit), visit);

    private XfsService Service(string name) => services[name];

    private void Error(string text, string service, string cause) =>
        services[service].Say("Common.ErrorEvent", new JsonObject { ["eventId"] = cause, ["action"] = "maintenance", ["vendorDescription"] = text });

    private void Answer(string service, string name, JsonObject payload) =>
        services[service].Blurt(XfsText.Completion(new XfsCommand(name, Mistaken, "3.0"), "3.0", "success", payload));

    private void Event(string service, string name, JsonObject payload) => services[service].Say(name, payload);

    private void Change(string service, string node, string name, string value, string other, string otherValue) =>
        services[service].Change(new JsonObject { [node] = new JsonObject { [name] = value, [other] = otherValue } });
}
