using System.Text.Json.Nodes;

namespace EdgeGateway.Sim.Twins.Drone.Dji;

/// <summary>A dock with an aircraft that flies patrols: start-up as drone.md section 2.3 has it, then osd, pictures, tasks and alarms until its end.</summary>
public sealed class DockTwin : ITwin
{
    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_answer = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_linger = TimeSpan.FromSeconds(10);

    private readonly DockPlan _plan;
    private readonly IDockWire _wire;
    private readonly DeviceTrouble _trouble;
    private readonly TimeProvider _time;
    private readonly DockPending _pending;
    private readonly DockQuestions _questions = new();
    private readonly DockMouth _mouth;
    private readonly DockEar _ear;
    private DateTimeOffset _osd;
    private DateTimeOffset _picture;
    private long _pictures;
    private long _turns;
    private bool _alarmed;

    /// <param name="plan">What it does, and how long.</param>
    /// <param name="wire">Its way to the broker; the twin closes it.</param>
    /// <param name="trouble">What is wrong with it right now.</param>
    /// <param name="time">Clock.</param>
    public DockTwin(DockPlan plan, IDockWire wire, DeviceTrouble trouble, TimeProvider time)
    {
        (_plan, _wire, _trouble, _time) = (plan, wire, trouble, time);
        Flight = new DockFlight(plan.Profile, plan.Start);
        Services = new DockServices(Flight);
        _pending = new DockPending(plan.Ledger, time);
        _mouth = new DockMouth(plan, wire, _pending, Clock);
        _ear = new DockEar(_mouth, _pending, _questions, Services, Ordered, Clock);
    }

    public DockFlight Flight { get; }

    public DockServices Services { get; }

    /// <summary>Its configuration was refused: it says nothing more until the link is made anew.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Events that want an answer and have none.</summary>
    public int Unanswered => _pending.Count;

    public async Task RunAsync(CancellationToken ct)
    {
        try
        {
            while (!IsOver(_time.GetUtcNow()))
            {
                await TurnAsync(_time.GetUtcNow(), ct).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Asked to stop: an orderly end.
        }
        finally
        {
            _pending.GiveUp();
        }
    }

    public ValueTask DisposeAsync() => _wire.DisposeAsync();

    private async Task TurnAsync(DateTimeOffset now, CancellationToken ct)
    {
        TimeSpan wait = s_step;
        try
        {
            if (_trouble.DownUntil(now) is var until && until > now)
            {
                await _wire.DropAsync().ConfigureAwait(false);
            }
            else if (!_wire.IsUp)
            {
                await ConnectAsync(ct).ConfigureAwait(false);
            }
            else if (!IsStopped && _trouble.SilentUntil() <= now)
            {
                await LiveAsync(now, ct).ConfigureAwait(false);
            }
        }
        catch (IOException)
        {
            // Nobody there, or the link ended: once more after a while.
            await _wire.DropAsync().ConfigureAwait(false);
            wait = s_pause;
        }

        await Task.Delay(wait, _time, ct).ConfigureAwait(false);
    }

    private async Task ConnectAsync(CancellationToken ct)
    {
        await _wire.ConnectAsync(DockEar.Filters(_mouth.Words), _ear.TakeAsync, ct).ConfigureAwait(false);
        IsStopped = false;
        if (_plan.Profile.AsksConfig && !await StartAsync(ct).ConfigureAwait(false))
        {
            IsStopped = true;
            return;
        }

        _pending.Again();
        _mouth.Announce(!_plan.Profile.Sleeps || Flight.Phase != FlightPhase.Docked);
        await _mouth.SayAsync($"thing/product/{_plan.Profile.Aircraft}/state", _mouth.Words.Home(), ct).ConfigureAwait(false);
    }

    /// <returns>False when the configuration was refused. Without an answer it asks again.</returns>
    private async Task<bool> StartAsync(CancellationToken ct)
    {
        JsonNode? config = null;
        while (config is null && _wire.IsUp)
        {
            config = await AskAsync("config", new JsonObject { ["config_type"] = "json", ["config_scope"] = "product" }, ct).ConfigureAwait(false);
        }

        if (config?["app_id"] is null || config["app_key"] is null || config["app_license"] is null)
        {
            return false;
        }

        var devices = new JsonArray(new JsonObject { ["sn"] = _plan.Profile.Gateway }, new JsonObject { ["sn"] = _plan.Profile.Aircraft });
        JsonNode? bound = await AskAsync("airport_bind_status", new JsonObject { ["devices"] = devices }, ct).ConfigureAwait(false);
        return bound?["output"]?["bind_status"] is JsonArray { Count: > 0 };
    }

    private Task<JsonNode?> AskAsync(string method, JsonNode data, CancellationToken ct)
    {
        string id = _mouth.NextId();
        string text = _mouth.Words.Message(id, id, Clock(), data, method).ToJsonString();
        return _questions.AskAsync(id, () => _mouth.SendAsync(_mouth.Words.Thing("requests"), text, ct), s_answer, _time, ct);
    }

    private async Task LiveAsync(DateTimeOffset now, CancellationToken ct)
    {
        if (now < _plan.End)
        {
            foreach (FlightPhase phase in Flight.Advance(now))
            {
                Begin(phase);
            }

            await OsdAsync(now, ct).ConfigureAwait(false);
            await AlarmAsync(ct).ConfigureAwait(false);
            Photograph(now);
        }

        foreach ((string topic, string text) in _pending.Due(_plan.Profile.RepeatAfter))
        {
            await _mouth.SendAsync(topic, text, ct).ConfigureAwait(false);
        }
    }

    private void Begin(FlightPhase phase)
    {
        switch (phase)
        {
            case FlightPhase.TakeOff:
                _mouth.Announce(true);
                Progress("in_progress");
                break;
            case FlightPhase.Docked:
                Progress("ok");
                if (_plan.Profile.Sleeps)
                {
                    _mouth.Announce(false);
                }

                break;
        }
    }

    /// <summary>An order was obeyed.</summary>
    private void Ordered(string method)
    {
        if (method == "flighttask_pause")
        {
            Progress("paused");
        }
    }

    private void Progress(string status) => _mouth.Report("flighttask_progress", _mouth.Words.Progress(Flight, status), "drone.state", new Dictionary<string, string>
    {
        ["mission.id"] = DockWords.FlightId(Flight),
        ["mission.state"] = status switch { "in_progress" => "active", "ok" => "complete", _ => status },
    });

    private async Task OsdAsync(DateTimeOffset now, CancellationToken ct)
    {
        while (_trouble.TakeGarbage())
        {
            await _mouth.SendAsync(_mouth.Words.AircraftOsd, "{\"tid\":\"", ct).ConfigureAwait(false);
        }

        if (now < _osd + _plan.Profile.OsdEvery && !_trouble.TakeBurst())
        {
            return;
        }

        _osd = now;
        await _mouth.SayAsync(_mouth.Words.Thing("osd"), _mouth.Words.Dock(Flight), ct).ConfigureAwait(false);
        if (Flight.Phase != FlightPhase.Docked || !_plan.Profile.Sleeps)
        {
            await _mouth.SayAsync(_mouth.Words.AircraftOsd, _mouth.Words.Aircraft(Flight, _turns++ % 2 == 0), ct).ConfigureAwait(false);
        }
    }

    private async Task AlarmAsync(CancellationToken ct)
    {
        bool wanted = Flight.Phase == FlightPhase.Patrol;
        if (wanted != _alarmed)
        {
            await _mouth.SayAsync(_mouth.Words.Thing("events"), _mouth.Words.Hms(wanted), ct, "hms").ConfigureAwait(false);
            _alarmed = wanted;
        }
    }

    private void Photograph(DateTimeOffset now)
    {
        if (Flight.Phase != FlightPhase.Patrol || now < _picture + _plan.Profile.PictureEvery || _pictures >= _plan.Count)
        {
            return;
        }

        _picture = now;
        string file = FormattableString.Invariant($"patrol/{_plan.Profile.Gateway}-{++_pictures:000000}.jpg");
        _mouth.Report("file_upload_callback", _mouth.Words.Picture(Flight, file), "drone.capture", new Dictionary<string, string> { ["file"] = file, ["missionId"] = DockWords.FlightId(Flight) });
    }

    private DateTimeOffset Clock() => _time.GetUtcNow() + _trouble.ClockStep;

    private bool IsOver(DateTimeOffset now) => (now >= _plan.End || _pictures >= _plan.Count) && (_pending.Count == 0 || now >= _plan.End + s_linger);
}
