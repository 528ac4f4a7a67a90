using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using EdgeGateway.Protocol.Viid.Objects;

namespace EdgeGateway.Protocol.Viid.Writing;

/// <summary>Writes bodies of VIID strictly as the document says (plate-camera.md section 2), where peers disagree as their dialect says.</summary>
public static class ViidWriter
{
    // Plates as they are, not as escapes: some readers know none.
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>ResponseStatusObject, the answer to Register, Keepalive, UnRegister and to a request about one resource.</summary>
    public static byte[] Status(ViidStatus status, ViidDialect dialect) =>
        dialect.SessionStatus == ViidForm.List ? Statuses([status], dialect) : Write(json => WriteStatus(json, status, dialect, "ResponseStatusObject"));

    /// <summary>ResponseStatusListObject, one status an object, in their order.</summary>
    public static byte[] Statuses(IReadOnlyList<ViidStatus> statuses, ViidDialect dialect) =>
        dialect.ListStatus == ViidForm.Single && statuses.Count == 1
            ? Write(json => WriteStatus(json, statuses[0], dialect, "ResponseStatusObject"))
            : Write(json => List(json, "ResponseStatusListObject", "ResponseStatusObject", statuses, status => WriteStatus(json, status, dialect, null)));

    /// <param name="serverId">20 digits of who answers.</param>
    /// <param name="now">The clock.</param>
    /// <param name="zone">Zone of the peer.</param>
    /// <param name="dialect">The peer's.</param>
    public static byte[] SystemTime(string serverId, DateTimeOffset now, TimeSpan zone, ViidDialect dialect) => Write(json =>
    {
        json.WriteStartObject("SystemTimeObject");
        json.WriteString("VIIDServerID", serverId);
        json.WriteString("TimeMode", dialect.TimeMode);
        WriteClock(json, now, zone, dialect.Clock);
        json.WriteString("TimeZone", dialect.TimeZone);
        json.WriteEndObject();
    });

    public static byte[] Register(string deviceId) => Session("RegisterObject", deviceId);

    public static byte[] Keepalive(string deviceId) => Session("KeepaliveObject", deviceId);

    public static byte[] UnRegister(string deviceId) => Session("UnRegisterObject", deviceId);

    public static byte[] MotorVehicles(IReadOnlyList<ViidMotorVehicle> vehicles) => Write(json =>
        List(json, "MotorVehicleListObject", "MotorVehicleObject", vehicles, vehicle => ViidVehicleWriter.Write(json, vehicle)));

    public static byte[] Subscribes(IReadOnlyList<ViidSubscribe> subscribes) => Write(json =>
        List(json, "SubscribeListObject", "SubscribeObject", subscribes, one => ViidRequestWriter.Write(json, one)));

    public static byte[] Dispositions(IReadOnlyList<ViidDisposition> dispositions) => Write(json =>
        List(json, "DispositionListObject", "DispositionObject", dispositions, one => ViidRequestWriter.Write(json, one)));

    /// <summary>One notification of a subscription with its vehicles.</summary>
    public static byte[] SubscribeNotification(ViidNotice notice, IReadOnlyList<ViidMotorVehicle> vehicles, ViidDialect dialect) => Write(json =>
        List(json, "SubscribeNotificationListObject", "SubscribeNotificationObject", [notice], one =>
        {
            json.WriteStartObject();
            ViidRequestWriter.Head(json, one, "SubscribeID");
            json.WriteString("InfoIDs", string.Join(',', vehicles.Select(vehicle => vehicle.Id)));
            json.WriteNumber("ExecuteOperation", 1);
            List(json, dialect.NotifiedList, "MotorVehicleObject", vehicles, vehicle => ViidVehicleWriter.Write(json, vehicle));
            json.WriteEndObject();
        }));

    /// <summary>One alarm: a vehicle that a disposition looks for.</summary>
    public static byte[] DispositionNotification(ViidNotice notice, ViidMotorVehicle vehicle) => Write(json =>
        List(json, "DispositionNotificationListObject", "DispositionNotificationObject", [notice], one =>
        {
            json.WriteStartObject();
            ViidRequestWriter.Head(json, one, "DispositionID");
            json.WriteString("CntObjectID", vehicle.Id);
            json.WritePropertyName("MotorVehicleObject");
            ViidVehicleWriter.Write(json, vehicle);
            json.WriteEndObject();
        }));

    private static byte[] Session(string envelope, string deviceId) => Write(json =>
    {
        json.WriteStartObject(envelope);
        json.WriteString("DeviceID", deviceId);
        json.WriteEndObject();
    });

    private static void List<T>(Utf8JsonWriter json, string list, string item, IReadOnlyList<T> items, Action<T> write)
    {
        json.WriteStartObject(list);
        json.WriteStartArray(item);
        foreach (var one in items)
        {
            write(one);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteStatus(Utf8JsonWriter json, ViidStatus status, ViidDialect dialect, string? name)
    {
        if (name is not null)
        {
            json.WritePropertyName(name);
        }

        json.WriteStartObject();
        json.WriteString(dialect.IdKey, status.Id ?? string.Empty);
        json.WriteString("RequestURL", status.RequestUrl ?? string.Empty);
        int code = status.Code ?? ViidStatusCodes.UnknownError;
        if (dialect.StatusCode == ViidScalar.Text)
        {
            json.WriteString("StatusCode", code.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            json.WriteNumber("StatusCode", code);
        }

        json.WriteString("StatusString", status.Text ?? ViidStatusCodes.Words(code));
        json.WriteString("LocalTime", status.LocalTime ?? string.Empty);
        json.WriteEndObject();
    }

    private static void WriteClock(Utf8JsonWriter json, DateTimeOffset now, TimeSpan zone, ViidClockForm form)
    {
        switch (form)
        {
            case ViidClockForm.EpochMilliseconds:
                json.WriteNumber("LocalTime", now.ToUnixTimeMilliseconds());
                break;
            case ViidClockForm.Iso:
                json.WriteString("LocalTime", now.ToOffset(zone).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
                break;
            default:
                json.WriteString("LocalTime", ViidTime.Write(now, zone));
                break;
        }
    }

    private static byte[] Write(Action<Utf8JsonWriter> content)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(bytes, s_options))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }
}
