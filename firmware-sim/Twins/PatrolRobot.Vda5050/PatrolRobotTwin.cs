using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Mqtt;

namespace EdgeGateway.Sim.Twins.PatrolRobot.Vda5050;

/// <summary>A patrol robot that goes round, tells how it is over MQTT, and obeys instant actions as far as its profile lets it.</summary>
public sealed class PatrolRobotTwin : ITwin
{
    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_retry = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_goodbye = TimeSpan.FromSeconds(5);

    private readonly RobotPlan _plan;
    private readonly SimMqttOptions _broker;
    private readonly DeviceTrouble _trouble;
    private readonly TimeProvider _time;
    private readonly RobotMachine _machine;
    private readonly RobotVoice _voice;
    private readonly RobotTruth _truth;
    private DateTimeOffset _powered;
    private DateTimeOffset _stateDue;
    private DateTimeOffset _sightDue;
    private RobotSnapshot? _told;
    private long _states;

    /// <param name="plan">What it does, and how long.</param>
    /// <param name="broker">Where it speaks; its client id is its own.</param>
    /// <param name="trouble">What is wrong with it right now.</param>
    /// <param name="ledger">Where it notes what it told.</param>
    /// <param name="time">Clock.</param>
    public PatrolRobotTwin(RobotPlan plan, SimMqttOptions broker, DeviceTrouble trouble, ITruthLedger ledger, TimeProvider time)
    {
        (_plan, _broker, _trouble, _time, _powered) = (plan, broker, trouble, time, plan.Start);
        (_machine, _voice, _truth) = (new RobotMachine(plan), new RobotVoice(plan.Profile), new RobotTruth(plan.Device, ledger));
    }

    private DateTimeOffset Now => _time.GetUtcNow();

    private DateTimeOffset Clock => Now + _trouble.ClockStep;

    private bool IsDone => Now >= _plan.End || _states >= _plan.Count;

    public async Task RunAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested && !IsDone)
        {
            try
            {
                await (_trouble.DownUntil(Now) > Now ? Task.Delay(s_step, _time, ct) : LiveAsync(ct)).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or SimMqttRefusedException)
            {
                await Task.Delay(s_retry, _time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task LiveAsync(CancellationToken ct)
    {
        RobotLink link = await RobotLink.OpenAsync(_broker, _plan.Profile.Prefix, _voice.Broken(Clock), _machine.Take, ct).ConfigureAwait(false);
        await using (link.ConfigureAwait(false))
        {
            await link.SayAsync("connection", _voice.Connection(Clock, "ONLINE"), ct).ConfigureAwait(false);
            await link.SayAsync("factsheet", _voice.Factsheet(Clock), ct).ConfigureAwait(false);
            try
            {
                await SpeakAsync(link, ct).ConfigureAwait(false);
            }
            finally
            {
                await LeaveAsync(link, ct).ConfigureAwait(false);
            }
        }
    }

    private async Task SpeakAsync(RobotLink link, CancellationToken ct)
    {
        while (!IsDone && !link.Ended.IsCompleted && _trouble.DownUntil(Now) <= Now && !IsPowerLost())
        {
            if (_trouble.SilentUntil() <= Now)
            {
                await TellAsync(link, ct).ConfigureAwait(false);
            }

            await Task.Delay(s_step, _time, ct).ConfigureAwait(false);
        }
    }

    private async Task TellAsync(RobotLink link, CancellationToken ct)
    {
        while (_trouble.TakeGarbage() || _trouble.TakeCut())
        {
            await link.SayAsync("state", "{ \"headerId\": 1, \"errors\": [", ct).ConfigureAwait(false);
        }

        RobotSnapshot now = _machine.At(Now);
        if (_trouble.TakeBurst() || now.Differs(_told) || Now >= _stateDue)
        {
            DateTimeOffset clock = Clock;
            await link.SayAsync("state", _voice.State(now, clock), ct).ConfigureAwait(false);
            _truth.Note(now, _told, _voice.NameOf("state", clock), Now);
            (_told, _stateDue) = (now, Now + _plan.Profile.StateEvery);
            _states++;
        }

        if (_plan.Profile.VisualizationEvery > TimeSpan.Zero && Now >= _sightDue)
        {
            await link.SayAsync("visualization", _voice.Visualization(now, Clock), ct).ConfigureAwait(false);
            _sightDue = Now + _plan.Profile.VisualizationEvery;
        }
    }

    /// <summary>In order when its time is over or somebody ends it; else the link breaks, after the broker has what was told.</summary>
    private async Task LeaveAsync(RobotLink link, CancellationToken ct)
    {
        if (link.Ended.IsCompleted)
        {
            return;
        }

        using var patience = new CancellationTokenSource(s_goodbye, _time);
        if (IsDone || ct.IsCancellationRequested)
        {
            await link.SayAsync("connection", _voice.Connection(Clock, "OFFLINE"), patience.Token).ConfigureAwait(false);
            await link.LeaveAsync(patience.Token).ConfigureAwait(false);
            return;
        }

        await link.DrainAsync(patience.Token).ConfigureAwait(false);
        if (IsPowerLost())
        {
            _powered = Now;
            _voice.Restart();
        }
    }

    private bool IsPowerLost() => _plan.Profile.RestartEvery > TimeSpan.Zero && Now - _powered >= _plan.Profile.RestartEvery;
}
