using EdgeGateway.Protocol.Mavlink.Messages;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>One vehicle of the link. Only the listener changes it; <see cref="View"/> and <see cref="NextBeat"/> are for everybody.</summary>
/// <param name="system">System id.</param>
/// <param name="component">Of its autopilot.</param>
/// <param name="name">As it is told.</param>
/// <param name="isConfigured">Whether the settings name it.</param>
internal sealed class Vehicle(byte system, byte component, string name, bool isConfigured)
{
    /// <summary>Well-known ids of cameras are six; one that names more is not followed.</summary>
    private const int MostCameras = 6;

    private readonly SortedSet<byte> _cameras = [];
    private TaskCompletionSource _beat = New();
    private VehicleView _view = new(system, component, name, false, 0);
    private int _contacts;

    public byte System => system;

    public byte Component { get; private set; } = component;

    public string Name => name;

    public bool IsConfigured => isConfigured;

    public VehicleSignals Signals { get; } = new();

    public bool IsOnline { get; private set; }

    /// <summary>When it gave the last heartbeat, on the listener's clock.</summary>
    public TimeSpan Beat { get; private set; }

    public VehicleView View => Volatile.Read(ref _view);

    /// <summary>Completes at its next heartbeat.</summary>
    public Task NextBeat => Volatile.Read(ref _beat).Task;

    /// <returns>True when it was not online before.</returns>
    public bool Heard(byte component, in Heartbeat beat, TimeSpan at)
    {
        bool isNew = !IsOnline;
        _contacts += isNew ? 1 : 0;
        (Component, Signals.Heartbeat, Beat, IsOnline) = (component, beat, at, true);
        Show(View.Beats + 1);
        Interlocked.Exchange(ref _beat, New()).TrySetResult();
        return isNew;
    }

    public void Lost()
    {
        IsOnline = false;
        Show(View.Beats);
    }

    public void HasCamera(byte camera)
    {
        if (_cameras.Count < MostCameras)
        {
            _cameras.Add(camera);
        }
    }

    private void Show(long beats)
    {
        var beat = Signals.Heartbeat;
        Volatile.Write(ref _view, new VehicleView(system, Component, name, IsOnline, beats)
        {
            Contacts = _contacts,
            Type = beat.Type,
            Autopilot = beat.Autopilot,
            BaseMode = beat.BaseMode,
            Mode = FlightModes.Word(beat.Autopilot, beat.Type, beat.CustomMode),
            GroundMslM = Signals.Position is { } at ? (at.Alt - (double)at.RelativeAlt) / 1000 : null,
            Position = MavPlaces.Of(Signals).Position,
            Cameras = [.. _cameras],
            Airborne = VehicleFactsOf.Airborne(Signals, Beat),
            Vtol = Signals.ExtendedOf(Beat)?.VtolState ?? 0,
        });
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
