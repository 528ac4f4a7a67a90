using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.PdtRadio;
using EdgeGateway.Protocol.Dji;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Drone.Dji;

/// <summary>
/// Sends an aircraft home, stops its task, or sends it to a point of the fence. An order goes out once; when its reply is missing, only the aircraft's own
/// state can say that it was obeyed.
/// </summary>
internal sealed class DjiCommands(DriverContext context, DjiOptions options, DjiDesk desk, ServiceCalls calls)
{
    public const string ReturnHome = "drone.return-home";
    public const string Hold = "drone.hold";
    public const string GoTo = "drone.go-to";

    /// <summary>What the protocol takes, metres above the ellipsoid.</summary>
    private const double LeastHeight = 2;
    private const double MostHeight = 10_000;
    private const string BadArguments = "bad-arguments";
    private const string VehicleArgument = "vehicle";

    public static readonly IReadOnlyList<string> Names = [ReturnHome, Hold, GoTo];

    public ValueTask<CommandOutcome> ExecuteAsync(DeviceCommand command, CancellationToken ct) => command.Name switch
    {
        ReturnHome => PlainAsync(command.Args, one => ("return_home", DjiAircraftSign(one)), ct),
        Hold => PlainAsync(command.Args, one => ("flighttask_pause", one.Mission?.Status == "paused" ? null : Sightings.Mission("paused")), ct),
        GoTo => GoToAsync(command.Args, ct),
        _ => Done(CommandOutcome.Failed("unknown-command")),
    };

    /// <summary>An aircraft that already returns proves nothing of an order whose reply is missing.</summary>
    private static string? DjiAircraftSign(AircraftDesk one) => one.Known.ModeCode == DjiWords.ReturnMode ? null : Sightings.Mode(one.Serial, DjiWords.ReturnMode);

    private ValueTask<CommandOutcome> PlainAsync(JsonElement args, Func<AircraftDesk, (string Method, string? Sign)> order, CancellationToken ct)
    {
        if (!args.HasOnly(VehicleArgument) || (args.TryGetProperty(VehicleArgument, out _) && args.Word(VehicleArgument) is null))
        {
            return Done(CommandOutcome.Failed(BadArguments));
        }

        if (desk.Find(args.Word(VehicleArgument)) is not { } aircraft)
        {
            return Done(CommandOutcome.Failed("unknown-vehicle"));
        }

        var (method, sign) = order(aircraft);
        return OrderAsync(method, null, sign, ct);
    }

    private async ValueTask<CommandOutcome> GoToAsync(JsonElement args, CancellationToken ct)
    {
        if (!args.HasOnly(VehicleArgument, "lat", "lon", "heightM") || Degrees(args, "lat", 90) is not { } lat || Degrees(args, "lon", 180) is not { } lon || Strict(args, "heightM") is not { } height || height is < 0 or > MostHeight)
        {
            return CommandOutcome.Failed(BadArguments);
        }

        if (desk.Find(args.Word(VehicleArgument)) is not { } aircraft)
        {
            return CommandOutcome.Failed("unknown-vehicle");
        }

        if (Forbids(aircraft, new GeoPosition(lat, lon, "WGS-84", "command"), height) is { } why)
        {
            return CommandOutcome.Failed(why);
        }

        double above = aircraft.Known.Height!.Value - aircraft.Known.Elevation!.Value + height;
        if (above is < LeastHeight or > MostHeight)
        {
            return CommandOutcome.Failed(BadArguments);
        }

        if (options.TakeFlightAuthority && await TakeAuthorityAsync(ct).ConfigureAwait(false) is { } refused)
        {
            return refused;
        }

        string flight = Guid.NewGuid().ToString();
        return await OrderAsync("fly_to_point", json => WritePoint(json, flight, lat, lon, above), Sightings.FlyTo(flight), ct).ConfigureAwait(false);
    }

    /// <summary>Nothing flies where nobody watches, and nothing without the height of its take-off point: the protocol wants heights above the ellipsoid.</summary>
    private string? Forbids(AircraftDesk aircraft, GeoPosition to, double height) =>
        context.Airspace is not { } airspace ? "no-airspace"
        : airspace.Forbids(context.Device, aircraft.Vehicle, to, height) is { } why ? why
        : desk.IsController ? "unsupported"
        : !aircraft.IsAirborne ? "not-airborne"
        : aircraft.Known.Height is null || aircraft.Known.Elevation is null ? "height-unknown"
        : null;

    /// <returns>Null when we have it.</returns>
    private async Task<CommandOutcome?> TakeAuthorityAsync(CancellationToken ct)
    {
        try
        {
            return await calls.CallAsync("flight_authority_grab", null, ct).ConfigureAwait(false) is { Came: true, Result: 0 } ? null : CommandOutcome.Failed("no-flight-authority");
        }
        catch (IOException)
        {
            return CommandOutcome.Failed("link-ended");
        }
    }

    private void WritePoint(Utf8JsonWriter json, string flight, double lat, double lon, double height)
    {
        json.WriteString("fly_to_id"u8, flight);
        json.WriteNumber("max_speed"u8, options.GoToSpeedMps);
        json.WriteStartArray("points"u8);
        json.WriteStartObject();
        json.WriteNumber("latitude"u8, lat);
        json.WriteNumber("longitude"u8, lon);
        json.WriteNumber("height"u8, Math.Round(height, 1));
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <param name="method">The service.</param>
    /// <param name="data">Its members.</param>
    /// <param name="sign">What shows that it was obeyed; null when nothing can.</param>
    /// <param name="ct">Given up.</param>
    private async ValueTask<CommandOutcome> OrderAsync(string method, Action<Utf8JsonWriter>? data, string? sign, CancellationToken ct)
    {
        var seen = sign is null ? null : desk.Signs.Expect(sign);
        try
        {
            var answer = await calls.CallAsync(method, data, ct).ConfigureAwait(false);
            return answer switch
            {
                { Result: 0 } => CommandOutcome.Done(),
                { Result: { } code } => CommandOutcome.Failed(FormattableString.Invariant($"result-{code}")),
                _ => await SeenAsync(seen, ct).ConfigureAwait(false) ? CommandOutcome.Done("seen") : CommandOutcome.Unknown(answer.Came ? "answer-unreadable" : "no-answer"),
            };
        }
        catch (IOException)
        {
            return CommandOutcome.Unknown("link-ended");
        }
        finally
        {
            if (sign is not null)
            {
                desk.Signs.Forget(sign);
            }
        }
    }

    private async Task<bool> SeenAsync(Task? seen, CancellationToken ct)
    {
        if (seen is null)
        {
            return false;
        }

        await seen.WaitAsync(options.ConfirmWithin, context.Time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ct.ThrowIfCancellationRequested();
        return seen.IsCompletedSuccessfully;
    }

    private static ValueTask<CommandOutcome> Done(CommandOutcome outcome) => ValueTask.FromResult(outcome);

    private static double? Degrees(JsonElement args, string name, double most) => Strict(args, name) is { } angle && Math.Abs(angle) <= most ? angle : null;

    /// <summary>What a person orders is a number or it is wrong.</summary>
    private static double? Strict(JsonElement args, string name) =>
        args.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && double.IsFinite(number) ? number : null;
}
