using System.Text.Json;

namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>
/// The four commands that this product can say to a kiosk, and no other (kiosk.md section 1.4): one careless message ends the kiosk's service process, and others
/// move cards or read them. Nobody else can make one, and only <see cref="Request"/> makes bytes.
/// </summary>
public sealed class XfsCommand
{
    /// <summary>A publisher answers what services it has.</summary>
    public static readonly XfsCommand GetServices = new("ServicePublisher.GetServices");

    /// <summary>Once for each link.</summary>
    public static readonly XfsCommand Capabilities = new("Common.Capabilities");

    public static readonly XfsCommand Status = new("Common.Status");

    /// <summary>Only where the capabilities name it.</summary>
    public static readonly XfsCommand GetStorage = new("Storage.GetStorage");

    private XfsCommand(string name) => Name = name;

    /// <summary>As on the wire.</summary>
    public string Name { get; }

    /// <param name="id">1 and more, unique on its link while it is unanswered.</param>
    /// <param name="version">Of this command.</param>
    public XfsRequest Request(int id, XfsVersion version)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(id, 1);
        var bytes = new MemoryStream(160);
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteStartObject("header");
            json.WriteString("name", Name);
            json.WriteNumber("requestId", id);
            json.WriteString("type", "command");
            json.WriteString("version", version.ToString());
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return new XfsRequest(this, id, version, bytes.ToArray());
    }

    public override string ToString() => Name;
}
