using System.Globalization;
using System.Text;
using EdgeGateway.Sim.Inspections;
using EdgeGateway.Sim.Parcels;

namespace EdgeGateway.Sim.Twins.XrayScanner.Hikvision;

/// <summary>
/// A Hikvision scanner on its event channel, streaming or posting (xray.md section 2.1). The envelope is the public one; every name
/// below it is invented, because the vendor's are not public. The JSON dialect is that of vector E1.
/// </summary>
public sealed class HikvisionXrayVoice(string device, InspectionProfile profile, bool posts) : IInspectionVoice
{
    private const string Boundary = "MIME_boundary";

    public string ContentType => posts ? $"multipart/form-data; boundary={Boundary}" : $"multipart/mixed; boundary={Boundary}";

    private bool IsJson => profile.Dialect == InspectionDialect.Json;

    public InspectionMessage Say(ParcelStatement statement, TimeSpan clockStep)
    {
        var facts = InspectionFacts.Of(statement, clockStep);
        string text = (facts.IsOpening, IsJson) switch
        {
            (false, true) => Json("demoPackage", facts, "Demo", Report(facts)),
            (false, false) => Xml("demoParcel", facts, ReportXml(facts)),
            (true, true) => Json("demoUnpack", facts, "Unpack", Opening(facts)),
            _ => Xml("demoUnpack", facts, OpeningXml(facts)),
        };
        bool picture = profile.Pictures && !facts.IsOpening;
        return new InspectionMessage(Message([.. Document(text), .. picture ? Picture(facts.Picture()) : []]), facts.Truth(device, picture));
    }

    public byte[] Heartbeat() => Message(Document(
        """<EventNotificationAlert version="2.0"><channelID>1</channelID><activePostCount>0</activePostCount><eventType>videoloss</eventType><eventState>inactive</eventState><eventDescription>videoloss alarm</eventDescription></EventNotificationAlert>"""));

    public byte[] Unknown() => Message(Document(
        $$"""{"eventType":"demoPersonPassed","eventState":"active","Person":{"name":"{{InventedPeople.Name}}","idNumber":"{{InventedPeople.IdNumber}}","age":{{InventedPeople.Age}}},"{{InventedPeople.NameInHan}}":1}"""));

    public byte[] Broken() => Message(Document("""{"eventType":"demoPackage","eventState":"active","Demo":{"tag":"T-BROKEN","level":2,"items":[{"ty"""));

    private static string Json(string type, InspectionFacts facts, string name, string members) =>
        $$"""{"ipAddress":"192.0.2.64","portNo":80,"channelID":{{Number(InspectionFacts.Channel)}},"dateTime":"{{Time(facts)}}","activePostCount":1,"eventType":"{{type}}","eventState":"active","{{name}}":{"tag":"{{facts.Tag}}",{{members}}""" + "}}";

    private static string Report(InspectionFacts facts)
    {
        string things = facts.Parcel.Inside is { } inside ? $$"""{"type":"{{inside.Text}}","score":{{Number(facts.Similarity)}},"box":[120,64,168,94]}""" : "";
        return $$"""
            "barcode":"{{facts.Parcel.Barcode}}","level":{{Number(facts.Grade)}},"items":[{{things}}],"contentID":"x1"
            """;
    }

    private static string Opening(InspectionFacts facts) =>
        $$"""
        "handling":{{Number(facts.Handling)}},"owner":{"name":"{{InventedPeople.Name}}","idNumber":"{{InventedPeople.IdNumber}}","sex":"{{InventedPeople.Sex}}","age":{{InventedPeople.Age}}},"checker":"{{InventedPeople.Checker}}"
        """;

    private static string Xml(string type, InspectionFacts facts, string members) =>
        $"""<?xml version="1.0" encoding="UTF-8"?><x:EventNotificationAlert version="2.0" xmlns:x="http://www.isapi.org/ver20/XMLSchema"><x:channelID>{Number(InspectionFacts.Channel)}</x:channelID><x:dateTime>{Time(facts)}</x:dateTime><x:eventType>{type}</x:eventType><x:eventState>active</x:eventState><x:parcel><x:key>{facts.Tag}</x:key>{members}</x:parcel></x:EventNotificationAlert>""";

    private static string ReportXml(InspectionFacts facts)
    {
        string thing = facts.Parcel.Inside is { } inside ? $"<x:thing><x:class>{inside.Text}</x:class><x:certainty>{Number(facts.Similarity)}</x:certainty></x:thing>" : "";
        return $"<x:labels><x:label>{facts.Parcel.Barcode}</x:label></x:labels><x:grade>{Number(facts.Grade)}</x:grade><x:things>{thing}</x:things>";
    }

    private static string OpeningXml(InspectionFacts facts) =>
        $"<x:handling>{Number(facts.Handling)}</x:handling><x:sender><x:name>{InventedPeople.NameInHan}</x:name><x:idNumber>{InventedPeople.IdNumber}</x:idNumber><x:age>{InventedPeople.Age}</x:age></x:sender><x:checker>{InventedPeople.Checker}</x:checker>";

    private static byte[] Document(string text)
    {
        byte[] body = Encoding.UTF8.GetBytes(text);
        string type = text[0] == '{' ? "application/json" : "application/xml; charset=\"UTF-8\"";
        return [.. Encoding.ASCII.GetBytes(FormattableString.Invariant($"--{Boundary}\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\n\r\n")), .. body, .. "\r\n"u8];
    }

    private static byte[] Picture(byte[] picture) =>
        [.. Encoding.ASCII.GetBytes(FormattableString.Invariant($"--{Boundary}\r\nContent-Type: image/jpeg\r\nContent-ID: <x1>\r\nContent-Length: {picture.Length}\r\n\r\n")), .. picture, .. "\r\n"u8];

    private byte[] Message(byte[] parts) => posts ? [.. parts, .. Encoding.ASCII.GetBytes($"--{Boundary}--\r\n")] : parts;

    private static string Time(InspectionFacts facts) => facts.Time.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
