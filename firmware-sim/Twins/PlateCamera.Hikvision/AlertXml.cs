using System.Globalization;
using System.Text;
using EdgeGateway.Sim.Cameras;
using EdgeGateway.Sim.Traffic;

namespace EdgeGateway.Sim.Twins.PlateCamera.Hikvision;

/// <summary>Writes EventNotificationAlert as section 3.3 and the reference body of 11.1 show it, with the faults of the profile.</summary>
public sealed class AlertXml(CameraProfile profile)
{
    private static readonly CompositeFormat s_declaration = CompositeFormat.Parse("<?xml version=\"1.0\" encoding=\"{0}\"?>\r\n");

    private readonly StringBuilder _text = new(4096);

    /// <param name="passage">What passed.</param>
    /// <param name="time">What the camera's clock shows.</param>
    /// <param name="pictures">Those this message announces.</param>
    /// <param name="more">True when the pictures follow in a second message.</param>
    /// <param name="again">True marks it as sent from memory.</param>
    public string Plate(Passage passage, CameraTime time, IReadOnlyList<CameraPicture> pictures, bool more, bool again)
    {
        Open(profile.Namespace);
        Head(time.DateTime, "ANPR", "active", profile.UnclosedElement ? null : "ANPR", 1);
        Add("channelName", profile.Identity.Name);
        Add("deviceID", profile.Identity.Serial);
        Begin("ANPR");
        Anpr(passage, time, pictures, more, again);
        End("ANPR");
        Add("UUID", passage.Uuid);
        Add("picNum", pictures.Count);
        AddOrEmpty("monitoringSiteID", "");
        Add("isDataRetransmission", again ? "true" : "false");
        Gat(passage);
        return Close();
    }

    public string Heartbeat(DateTimeOffset truth)
    {
        string time = CameraTime.Of(truth, profile, absTime: false).DateTime;
        bool psia = profile.Heartbeat == HeartbeatKind.Psia;
        Open(psia ? "urn:psialliance-org" : profile.Namespace);
        (string type, string state, string description) = profile.Heartbeat switch
        {
            HeartbeatKind.HeartBeat => ("heartBeat", "active", "heartBeat"),
            HeartbeatKind.Psia => ("other", "active", "Heartbeat"),
            _ => ("videoloss", "inactive", "videoloss alarm"),
        };
        Head(time, type, state, profile.UnclosedElement ? null : description, 0);
        return Close();
    }

    private void Head(string time, string type, string state, string? description, int count)
    {
        Add("ipAddress", profile.Identity.Ip);
        Add("portNo", 80);
        Add("protocol", "HTTP");
        Add("macAddress", profile.Identity.Mac);
        AddOrEmpty("dynChannelID", "1");
        AddOrEmpty("channelID", "1");
        Add("dateTime", time);
        AddOrEmpty("activePostCount", count.ToString(CultureInfo.InvariantCulture));
        Add("eventType", type);
        Add("eventState", state);
        if (description is null)
        {
            Begin("eventDescription");
            _text.Append(type).Append("\r\n");
            return;
        }

        Add("eventDescription", description);
    }

    private void Anpr(Passage passage, CameraTime time, IReadOnlyList<CameraPicture> pictures, bool more, bool again)
    {
        PlateWords words = PlateWords.Of(passage.Plate);
        Add("country", 59);
        Add("licensePlate", words.Shown);
        Add("line", passage.Lane);
        Add("direction", "forward");
        Add("confidenceLevel", passage.Plate.Text.Length == 0 ? 0 : passage.Confidence);
        Add("plateType", profile.UnknownEnum ? "92wex" : words.Type);
        Add("plateColor", words.Colour);
        AddOrEmpty("licenseBright", "0");
        Add("plateCharBelieve", string.Join(',', Enumerable.Repeat(passage.Confidence, passage.Plate.Text.Length)));
        Add("vehicleType", profile.UnknownEnum ? "hoverCraft" : "vehicle");
        Add("detectDir", 7);
        Add("detectType", 2);
        Add("barrierGateCtrlType", 0);
        Add("alarmDataType", again ? 1 : 0);
        Vehicle(passage);
        Begin("pictureInfoList");
        foreach (CameraPicture picture in pictures)
        {
            Picture(picture, time);
        }

        End("pictureInfoList");
        Add("hasMoreData", more ? "true" : "false");
    }

    private void Vehicle(Passage passage)
    {
        Begin("vehicleInfo");
        Add("index", passage.Index);
        Add("vehicleType", 1);
        Add("colorDepth", 2);
        Add("color", passage.Colour);
        Add("speed", passage.SpeedKmh);
        AddOrEmpty("length", "0");
        End("vehicleInfo");
    }

    private void Picture(CameraPicture picture, CameraTime time)
    {
        Begin("pictureInfo");
        Add("fileName", picture.Name);
        Add("type", picture.Name[..^4]);
        Add("dataType", 0);
        Add("picRecogMode", 0);
        Add("absTime", time.AbsTime);
        AddOrEmpty("capturePicSecurityCode", "");
        End("pictureInfo");
    }

    private void Gat(Passage passage)
    {
        PlateWords words = PlateWords.Of(passage.Plate);
        Begin("VehicleGATInfo");
        Add("palteTypeByGAT", words.TypeByGat);
        Add("plateColorByGAT", words.ColourByGat);
        Add("vehicleTypeByGAT", words.VehicleByGat);
        Add("colorByGAT", "K");
        End("VehicleGATInfo");
    }

    private void Open(string space)
    {
        _text.Clear().AppendFormat(CultureInfo.InvariantCulture, s_declaration, profile.Charset == Charset.Gbk ? "GBK" : "UTF-8");
        _text.Append('<').Append(Name("EventNotificationAlert")).Append(" version=\"2.0\"");
        if (space.Length > 0)
        {
            _text.Append(profile.Prefix.Length == 0 ? " xmlns=\"" : $" xmlns:{profile.Prefix}=\"").Append(space).Append('"');
        }

        _text.Append(">\r\n");
    }

    private string Close()
    {
        End("EventNotificationAlert");
        return _text.ToString();
    }

    private string Name(string local) => profile.Prefix.Length == 0 ? local : $"{profile.Prefix}:{local}";

    private void Begin(string name) => _text.Append('<').Append(Name(name)).Append('>');

    private void End(string name) => _text.Append("</").Append(Name(name)).Append(">\r\n");

    private void Add(string name, long value) => Add(name, value.ToString(CultureInfo.InvariantCulture));

    private void Add(string name, string value)
    {
        Begin(name);
        _text.Append(value.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal));
        End(name);
    }

    private void AddOrEmpty(string name, string value)
    {
        if (profile.EmptyElements)
        {
            _text.Append('<').Append(Name(name)).Append("/>\r\n");
            return;
        }

        Add(name, value);
    }
}
