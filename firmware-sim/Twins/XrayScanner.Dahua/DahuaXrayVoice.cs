using System.Globalization;
using System.Text;
using EdgeGateway.Sim.Inspections;
using EdgeGateway.Sim.Parcels;

namespace EdgeGateway.Sim.Twins.XrayScanner.Dahua;

/// <summary>
/// A Dahua scanner on either attach (xray.md section 2.2). The member names of the JSON dialect are those of vector E2; the lines, and
/// every name of an opened parcel's record, are invented.
/// </summary>
public sealed class DahuaXrayVoice(string device, InspectionProfile profile) : IInspectionVoice
{
    public const string OpeningCode = "XRayUnpackingInvented";

    public string ContentType => "multipart/x-mixed-replace; boundary=myboundary";

    public InspectionMessage Say(ParcelStatement statement, TimeSpan clockStep)
    {
        var facts = InspectionFacts.Of(statement, clockStep);
        string text = profile.Dialect == InspectionDialect.Json ? Json(facts) : Lines(facts);
        bool pictures = profile.Pictures && profile.Dialect == InspectionDialect.Text;
        byte[] picture = pictures ? facts.Picture() : [];
        return new InspectionMessage([.. Part(text), .. pictures ? Picture(picture) : []], facts.Truth(device, pictures));
    }

    public byte[] Heartbeat() => "--myboundary\r\nContent-Type: text/plain\r\nContent-Length: 9\r\n\r\nHeartbeat\r\n"u8.ToArray();

    public byte[] Unknown() => Part(
        $$"""Code=XRayPersonPassed;action=Pulse;index=0;data={"Person":{"Name":"{{InventedPeople.Name}}","IdNumber":"{{InventedPeople.IdNumber}}","Age":{{InventedPeople.Age}}},"{{InventedPeople.NameInHan}}":1}""");

    public byte[] Broken() => Part("""Code=XRayDetection;action=Pulse;index=0;data={"PackageTag":"T-BROKEN","DangerGrade":2,"BarCodes":["YT""");

    private static string Json(InspectionFacts facts)
    {
        var data = new StringBuilder().Append(CultureInfo.InvariantCulture, $$"""{"PackageTag":"{{facts.Tag}}","UTC":{{facts.Time.ToUnixTimeSeconds()}}""");
        if (facts.IsOpening)
        {
            data.Append(CultureInfo.InvariantCulture, $$""","Handling":{{facts.Handling}},"Owner":{"Name":"{{InventedPeople.Name}}","IdNumber":"{{InventedPeople.IdNumber}}","Sex":"{{InventedPeople.Sex}}","Age":{{InventedPeople.Age}}},"Checker":"{{InventedPeople.Checker}}"}""");
            return $"Code={OpeningCode};action=Pulse;index=0;data={data}";
        }

        string things = facts.Parcel.Inside is { } inside
            ? string.Create(CultureInfo.InvariantCulture, $$"""{"ObjectType":{{inside.DahuaType}},"Similarity":{{facts.Similarity}},"BoundingBox":[10,20,30,40]}""")
            : "";
        data.Append(CultureInfo.InvariantCulture, $$""","DangerGrade":{{facts.Grade}},"BarCodes":["{{facts.Parcel.Barcode}}"],"Objects":[{{things}}]}""");
        return $"Code=XRayDetection;action=Pulse;index=0;data={data}";
    }

    private static string Lines(InspectionFacts facts)
    {
        var lines = new StringBuilder();
        Line(lines, "EventBaseInfo.Code", facts.IsOpening ? OpeningCode : "XRayDetection");
        Line(lines, "EventBaseInfo.Action", "Pulse");
        Line(lines, "EventBaseInfo.Index", "0");
        Line(lines, "Package.Tag", facts.Tag);
        Line(lines, "Package.Utc", facts.Time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        if (facts.IsOpening)
        {
            Line(lines, "Result.Handling", facts.Handling.ToString(CultureInfo.InvariantCulture));
            Line(lines, "Owner.Name", InventedPeople.NameInHan);
            Line(lines, "Owner.IdNumber", InventedPeople.IdNumber);
            Line(lines, "Owner.Age", InventedPeople.Age);
            Line(lines, "Checker", InventedPeople.Checker);
            return lines.ToString();
        }

        Line(lines, "Package.Grade", facts.Grade.ToString(CultureInfo.InvariantCulture));
        Line(lines, "Package.Codes[0]", facts.Parcel.Barcode);
        if (facts.Parcel.Inside is { } inside)
        {
            Line(lines, "Views[0].Things[0].Type", inside.DahuaType.ToString(CultureInfo.InvariantCulture));
            Line(lines, "Views[0].Things[0].Score", facts.Similarity.ToString(CultureInfo.InvariantCulture));
        }

        return lines.ToString();
    }

    private static void Line(StringBuilder lines, string path, string value) => lines.Append(CultureInfo.InvariantCulture, $"Events[0].{path}={value}\r\n");

    private static byte[] Part(string text)
    {
        byte[] body = Encoding.UTF8.GetBytes(text);
        return [.. Encoding.ASCII.GetBytes(FormattableString.Invariant($"--myboundary\r\nContent-Type: text/plain\r\nContent-Length: {body.Length}\r\n\r\n")), .. body, .. "\r\n"u8];
    }

    private static byte[] Picture(byte[] picture) =>
        [.. Encoding.ASCII.GetBytes(FormattableString.Invariant($"--myboundary\r\nContent-Type: image/jpeg\r\nContent-Length: {picture.Length}\r\n\r\n")), .. picture, .. "\r\n"u8];
}
