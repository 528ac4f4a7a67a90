using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Verification;

/// <summary>
/// Holds what vehicles of links that lose frames could make known against what came. A promise is only what got through: the first frame that arrived with a
/// new state must bring a reading of it, no reading tells a state that no vehicle said, and alarms that follow from what arrived begin and end once each, in
/// their order. Telemetry keeps its limit.
/// </summary>
internal sealed class FlightJudge
{
    private readonly VerifyReport _report;
    private readonly Action<string> _miss;
    private readonly List<TruthLine> _promised = [];
    private readonly List<TruthLine> _states = [];
    private readonly IReadOnlyList<FlightReading> _readings;
    private readonly HashSet<(string, string)> _vehicles = [];

    public FlightJudge(VerifyReport report, IEnumerable<ReceivedLine> readings, Action<string> miss)
    {
        (_report, _miss) = (report, miss);
        _readings = [.. readings.Select(FlightReading.Of).OfType<FlightReading>().OrderBy(static reading => reading.Line.Epoch, StringComparer.Ordinal).ThenBy(static reading => reading.Line.Seq)];
    }

    /// <returns>False when this is nothing that a link may lose.</returns>
    public static bool Takes(TruthLine line) => line.NativeId.StartsWith(TruthLine.Air, StringComparison.Ordinal);

    /// <returns>Whether a reading is an alarm that the gateway named after what vehicles said: no device told it under that name.</returns>
    public bool Knows(string device, string nativeId) => _readings.Any(reading => reading.Line.Device == device && reading.IsJudged && reading.Line.NativeId?.StartsWith(nativeId, StringComparison.Ordinal) == true);

    public void Add(TruthLine line, bool counts)
    {
        _vehicles.Add((line.Device, FlightReading.Vehicle(line)));
        if (counts)
        {
            _promised.Add(line);
        }

        if (line.Kind == FlightReading.StateKind)
        {
            _states.Add(line);
        }
    }

    public void Judge()
    {
        if (_vehicles.Count == 0)
        {
            return;
        }

        _report.Flights = new FlightReport { Vehicles = _vehicles.Count, Pace = FlightPace.Fastest(_readings) };
        foreach (var vehicle in _promised.Where(static line => line.Kind != FlightReading.AlarmKind).GroupBy(static line => (line.Device, Vehicle: FlightReading.Vehicle(line), line.Kind)))
        {
            States([.. vehicle], [.. _readings.Where(reading => reading.Line.Device == vehicle.Key.Device && reading.VehicleName == vehicle.Key.Vehicle && reading.Line.Kind == vehicle.Key.Kind)]);
        }

        foreach (var vehicle in _states.GroupBy(static line => (line.Device, Vehicle: FlightReading.Vehicle(line))))
        {
            Unsaid(new FlightOrigins(vehicle), _readings.Where(reading => reading.Line.Device == vehicle.Key.Device && reading.VehicleName == vehicle.Key.Vehicle && reading.Line.Kind == FlightReading.StateKind));
        }

        foreach (string alarm in FlightReading.Alarms)
        {
            var told = _promised.Where(line => line.Kind == FlightReading.AlarmKind && line.Facts!["alarm"] == alarm).ToLookup(static line => (line.Device, Vehicle: FlightReading.Vehicle(line)));
            var came = _readings.Where(reading => reading.IsJudged && reading.Alarm == alarm).ToLookup(static reading => (Device: reading.Line.Device ?? "", Vehicle: reading.VehicleName));
            foreach (var vehicle in told.Select(static one => one.Key).Union(came.Select(static one => one.Key)))
            {
                Alarm(alarm, vehicle, [.. told[vehicle]], [.. came[vehicle]]);
            }
        }
    }

    /// <summary>Each that was promised, in its order; one reading may show several, and what came between is the vehicle's own business.</summary>
    private void States(TruthLine[] promised, FlightReading[] came)
    {
        int next = 0;
        foreach (var line in promised)
        {
            _report.Flights!.States++;
            int found = Array.FindIndex(came, next, reading => FactCheck.Difference(line.Facts!, reading.Line.Data) is null);
            Count(line, found >= 0);
            next = found >= 0 ? found : next;
        }
    }

    private void Unsaid(FlightOrigins origins, IEnumerable<FlightReading> came)
    {
        foreach (var reading in came)
        {
            if (origins.Unsaid(reading) is { } unsaid)
            {
                Altered($"state of {reading.VehicleName} at {reading.Line.Time:O} that it did not say: {unsaid}");
            }
        }
    }

    private void Alarm(string alarm, (string Device, string Vehicle) of, TruthLine[] told, FlightReading[] came)
    {
        for (int i = 0; i < Math.Max(told.Length, came.Length); i++)
        {
            if (i >= came.Length)
            {
                Count(told[i], arrived: false);
            }
            else if (i >= told.Length)
            {
                Altered($"alarm {alarm} of {of.Vehicle} {(came[i].IsActive ? "begins" : "ends")} at {came[i].Line.At:O} without a cause");
            }
            else
            {
                Count(told[i], arrived: true);
                Hold(told[i], came[i], alarm);
            }
        }
    }

    private void Hold(TruthLine told, FlightReading came, string alarm)
    {
        bool begins = told.Facts!["active"] == "true";
        if (begins != came.IsActive || !came.IsProven)
        {
            Altered($"alarm {alarm} of {came.VehicleName}: {(begins ? "begins" : "ends")} at {told.At:O}, received {(came.IsActive ? "begins" : "ends")} {(came.IsProven ? "" : "without evidence ")}at {came.Line.At:O}");
        }

        _report.Flights!.Alarms++;
        if (begins)
        {
            _report.Flights.Note(alarm, came.Line.At - told.At);
        }
    }

    private void Count(TruthLine line, bool arrived)
    {
        _report.Accepted++;
        _report.Streamed++;
        _report.Delivered += arrived ? 1 : 0;
        if (!arrived)
        {
            _miss(line.Device);
            _report.Note($"missing {line.Device} {line.Kind} {string.Join(' ', line.Facts!.Select(static fact => $"{fact.Key}={fact.Value}"))} arrived {line.At:O}");
        }
    }

    private void Altered(string what)
    {
        _report.Altered++;
        _report.Note("altered " + what);
    }
}
