using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Dji;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Drone.Dji;

/// <summary>Answers what a gateway asks (drone.md section 2.3). Every request is answered; what this gateway does not do, with a result that is not 0.</summary>
internal sealed class RequestDesk(DeskHost host, DjiOptions options, AircraftRoll roll)
{
    /// <summary>Any number but 0 is an error; the six-digit ones are the vendor's.</summary>
    private const int NotDone = 1;

    private const int MostDevices = 8;
    private const string BoundName = "bound";

    private readonly HashSet<string> _bound = [.. (host.Memory?.Recall(BoundName) ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    /// <returns>The answer.</returns>
    /// <exception cref="StoreRefusedException">What the answer would promise cannot be kept: no answer.</exception>
    public async Task<byte[]> AnswerAsync(DjiMessage request, CancellationToken ct)
    {
        var now = host.Time.GetUtcNow();
        switch (request.Method)
        {
            case "config" when options.App is { } app:
                return DjiWriter.Reply(request, now, json => WriteApp(json, app));
            case "config":
                host.Watch.Fault(FaultKind.Misconfigured, "no-app");
                break;
            case "airport_bind_status":
                return DjiWriter.Reply(request, now, 0, json => WriteBound(json, Serials(request.Data.Member("devices"))));
            case "airport_organization_get" when IsRightCode(request.Data):
                return DjiWriter.Reply(request, now, 0, json => json.WriteString("organization_name"u8, options.Organization.Name));
            case "airport_organization_bind":
                return await BindAsync(request, now, ct).ConfigureAwait(false);
            default:
                host.Watch.Fault(FaultKind.Unsupported, "request-refused");
                break;
        }

        return DjiWriter.Reply(request, now, NotDone);
    }

    private static void WriteApp(Utf8JsonWriter json, DjiAppOptions app)
    {
        if (app.NtpHost is { } host)
        {
            json.WriteString("ntp_server_host"u8, host);
            json.WriteNumber("ntp_server_port"u8, app.NtpPort);
        }

        json.WriteString("app_id"u8, app.Id);
        json.WriteString("app_key"u8, app.Key.Reveal());
        json.WriteString("app_license"u8, app.License.Reveal());
    }

    private void WriteBound(Utf8JsonWriter json, IEnumerable<string> serials)
    {
        json.WriteStartArray("bind_status"u8);
        foreach (string serial in serials)
        {
            bool bound = IsBound(serial);
            json.WriteStartObject();
            json.WriteString("sn"u8, serial);
            json.WriteBoolean("is_device_bind_organization"u8, bound);
            json.WriteString("organization_id"u8, bound ? options.Organization.Id : string.Empty);
            json.WriteString("organization_name"u8, bound ? options.Organization.Name : string.Empty);
            json.WriteString("device_callsign"u8, roll.NameOf(serial));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private async Task<byte[]> BindAsync(DjiMessage request, DateTimeOffset now, CancellationToken ct)
    {
        var devices = request.Data.Member("bind_devices").Items().Take(MostDevices).ToList();
        var taken = devices.Where(IsRightCode).Select(device => device.Text("sn")).OfType<string>().Where(DjiTopic.IsSerial).ToList();
        if (_bound.Union(taken).Count() > MostDevices * MostDevices)
        {
            // What cannot be kept must not be promised.
            taken = [.. taken.Where(_bound.Contains)];
        }

        var refused = devices.Select(device => device.Text("sn")).OfType<string>().Except(taken).ToList();
        if (taken.Except(_bound).Any())
        {
            string all = string.Join('\n', _bound.Union(taken));
            await (host.Memory?.RememberAsync(BoundName, all, ct) ?? Task.CompletedTask).ConfigureAwait(false);
            _bound.UnionWith(taken);
        }

        return DjiWriter.Reply(request, now, taken.Count > 0 && refused.Count == 0 ? 0 : NotDone, json => WriteErrors(json, refused));
    }

    private static void WriteErrors(Utf8JsonWriter json, IEnumerable<string> refused)
    {
        json.WriteStartArray("err_infos"u8);
        foreach (string serial in refused)
        {
            json.WriteStartObject();
            json.WriteString("sn"u8, serial);
            json.WriteNumber("err_code"u8, NotDone);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private bool IsBound(string serial) =>
        options.Organization.BindingCode is null || _bound.Contains(serial) || options.Vehicles.Any(vehicle => vehicle.Serial == serial);

    /// <summary>Whoever binds a device must know the site's code, and mean this organisation.</summary>
    private bool IsRightCode(JsonElement device) =>
        options.Organization.BindingCode is { } code && device.Text("device_binding_code") == code.Reveal() && (device.Text("organization_id") ?? options.Organization.Id) == options.Organization.Id;

    private static IEnumerable<string> Serials(JsonElement devices) => devices.Items().Take(MostDevices).Select(device => device.Text("sn")).OfType<string>().Where(DjiTopic.IsSerial);
}
