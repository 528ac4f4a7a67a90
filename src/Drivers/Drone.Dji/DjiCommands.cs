using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Commands;
using EdgeGateway.Protocol.Dji;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Drone.Dji;

/// <summary>
/// Sends an aircraft home, stops its task, or sends it to a point of the fence. An order goes out once; when its reply is missing, only the aircraft's own
/// state can say that it was obeyed; and while that is unclear it goes out again only after the aircraft was heard anew.
/// </summary>
internal sealed class DjiCommands(DriverContext context, DjiOptions options, DjiDesk desk, ServiceCalls calls, UnclearOrders unclear)
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
        ReturnHome => PlainAsync(command.Args, HomePlan, ct),
        Hold => PlainAsync(command.Args, HoldPlan, ct),
        GoTo => GoToAsync(command.Args, ct),
        _ => Done(CommandOutcome.Failed("unknown-command")),
    };

    /// <summary>An aircraft that already returns proves nothing of an order whose reply is missing.</summary>
    private static ServicePlan HomePlan(AircraftDesk one) =>
        new("return_home", one.Known.ModeCode == DjiWords.ReturnMode ? null : Sightings.Mode(one.Serial, DjiWords.ReturnMode), () => one.Known.ModeCode == DjiWords.ReturnMode);

    /// <summary>What flies to a point has no flight task that could be paused.</summary>
    private static ServicePlan HoldPlan(AircraftDesk one) => one.IsFlyingToPoint
        ? new("fly_to_point_stop", Sightings.FlyToCancelled, null)
        : new("flighttask_pause", one.Mission?.Status == "paused" ? null : Sightings.Mission("paused"), () => one.Mission?.Status == "paused");

    private ValueTask<CommandOutcome> PlainAsync(JsonElement args, Func<AircraftDesk, ServicePlan> plan, CancellationToken ct)
    {
        if (!args.HasOnly(VehicleArgument) || (args.TryGetProperty(VehicleArgument, out _) && args.Word(VehicleArgument) is null))
        {
            return Done(CommandOutcome.Failed(BadArguments));
        }

        return desk.ForOrder(args.Word(VehicleArgument), out string why) is { } aircraft ? OrderAsync(aircraft, plan(aircraft), ct) : Done(CommandOutcome.Failed(why));
    }

    private async ValueTask<CommandOutcome> GoToAsync(JsonElement args, CancellationToken ct)
    {
        if (!args.HasOnly(VehicleArgument, "lat", "lon", "heightM") || Degrees(args, "lat", 90) is not { } lat || Degrees(args, "lon", 180) is not { } lon || Strict(args, "heightM") is not { } height || height is < 0 or > MostHeight)
        {
            return CommandOutcome.Failed(BadArguments);
        }

        if (desk.ForOrder(args.Word(VehicleArgument), out string absent) is not { } aircraft)
        {
            return CommandOutcome.Failed(absent);
        }

        if (Forbids(aircraft, new GeoPosition(lat, lon, "WGS-84", "command"), height) is { } why)
        {
            return CommandOutcome.Failed(why);
        }

        if (aircraft.Ground is not { } ground)
        {
            return CommandOutcome.Failed("height-unknown");
        }

        double above = ground + height;
        if (above is < LeastHeight or > MostHeight)
        {
            return CommandOutcome.Failed(BadArguments);
        }

        if (options.TakeFlightAuthority && await TakeAuthorityAsync(ct).ConfigureAwait(false) is { } refused)
        {
            return refused;
        }

        string flight = Guid.NewGuid().ToString();
        var plan = new ServicePlan("fly_to_point", Sightings.FlyTo(flight), null) { Data = json => WritePoint(json, flight, lat, lon, above), IsToPoint = true };
        return await OrderAsync(aircraft, plan, ct).ConfigureAwait(false);
    }

    /// <summary>Nothing flies where nobody watches, and nothing without the height of its take-off point: the protocol wants heights above the ellipsoid.</summary>
    private string? Forbids(AircraftDesk aircraft, GeoPosition to, double height) =>
        context.Airspace is not { } airspace ? "no-airspace"
        : airspace.Forbids(context.Device, aircraft.Vehicle, to, height) is { } why ? why
        : desk.IsController ? "unsupported"
        : !aircraft.IsAirborne ? "not-airborne"
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

    private async ValueTask<CommandOutcome> OrderAsync(AircraftDesk aircraft, ServicePlan plan, CancellationToken ct)
    {
        if (unclear.Has(Key(aircraft, plan)))
        {
            if (!await SeenAsync(desk.Signs.Expect(Sightings.Heard(aircraft.Serial)), ct).ConfigureAwait(false))
            {
                return CommandOutcome.Failed("state-unknown");
            }

            if (plan.IsSo?.Invoke() == true)
            {
                await EndAsync(aircraft, plan, ct).ConfigureAwait(false);
                return CommandOutcome.Done("already-so");
            }
        }

        try
        {
            await unclear.BeginAsync(Key(aircraft, plan), ct).ConfigureAwait(false);
        }
        catch (StoreRefusedException)
        {
            return CommandOutcome.Failed("not-stored");
        }

        return await SendAsync(aircraft, plan, ct).ConfigureAwait(false);
    }

    private async Task<CommandOutcome> SendAsync(AircraftDesk aircraft, ServicePlan plan, CancellationToken ct)
    {
        if (plan.IsToPoint)
        {
            aircraft.FlyToPoint(null);
        }

        var outcome = await AskAsync(plan, ct).ConfigureAwait(false);
        if (plan.IsToPoint && outcome.State == CommandState.Failed)
        {
            aircraft.FlyToPoint("wayline_failed");
        }

        if (outcome.State != CommandState.Unknown)
        {
            await EndAsync(aircraft, plan, ct).ConfigureAwait(false);
        }

        return outcome;
    }

    private async Task EndAsync(AircraftDesk aircraft, ServicePlan plan, CancellationToken ct)
    {
        try
        {
            await unclear.EndAsync(Key(aircraft, plan), ct).ConfigureAwait(false);
        }
        catch (StoreRefusedException)
        {
            // Then it counts as unclear, and the aircraft is heard before the next one.
        }
    }

    private async Task<CommandOutcome> AskAsync(ServicePlan plan, CancellationToken ct)
    {
        var seen = plan.Sign is null ? null : desk.Signs.Expect(plan.Sign);
        try
        {
            var answer = await calls.CallAsync(plan.Method, plan.Data, ct).ConfigureAwait(false);
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
            if (plan.Sign is not null)
            {
                desk.Signs.Forget(plan.Sign);
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

    private static string Key(AircraftDesk aircraft, ServicePlan plan) => $"{aircraft.Serial} {plan.Method}";

    private static ValueTask<CommandOutcome> Done(CommandOutcome outcome) => ValueTask.FromResult(outcome);

    private static double? Degrees(JsonElement args, string name, double most) => Strict(args, name) is { } angle && Math.Abs(angle) <= most ? angle : null;

    /// <summary>What a person orders is a number or it is wrong.</summary>
    private static double? Strict(JsonElement args, string name) =>
        args.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && double.IsFinite(number) ? number : null;
}
