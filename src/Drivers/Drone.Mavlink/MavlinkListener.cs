using System.Net;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>Finds frames in what comes and hands those that count to whom they concern, in their order.</summary>
/// <param name="context">Who hears of faults.</param>
/// <param name="isDatagrams">Whether frames end with the piece.</param>
/// <param name="gate">Which count.</param>
/// <param name="room">The vehicles.</param>
/// <param name="aircraft">What is overheard.</param>
/// <param name="teller">Whose clock it is.</param>
/// <param name="contact">A vehicle is there that was not, and its version of the protocol is known.</param>
internal sealed class MavlinkListener(
    DriverContext context, bool isDatagrams, FrameGate gate, VehicleRoom room, AircraftDesk aircraft, MavlinkTeller teller, Action<Vehicle> contact)
{
    /// <summary>No frame pauses so long inside on a line.</summary>
    private static readonly TimeSpan s_idle = TimeSpan.FromMilliseconds(500);

    private readonly MavStreamReader _reader = new();
    private readonly Dictionary<Vehicle, int> _greeted = [];
    private TimeSpan _heard;
    private IPEndPoint? _from;

    public async Task TakeAsync(LinkPiece piece, CancellationToken ct)
    {
        if (isDatagrams)
        {
            _reader.AddDatagram(piece.Bytes.Span);
        }
        else
        {
            _reader.Add(piece.Bytes.Span);
            _from = piece.From;
        }

        _heard = teller.Now;
        await ReadAsync(piece.From, ct).ConfigureAwait(false);
    }

    /// <summary>Nothing came: what a false start byte holds back is looked through.</summary>
    public async Task IdleAsync(CancellationToken ct)
    {
        if (_from is { } from && teller.Now - _heard >= s_idle)
        {
            _reader.Idle();
            await ReadAsync(from, ct).ConfigureAwait(false);
        }
    }

    private async Task ReadAsync(IPEndPoint from, CancellationToken ct)
    {
        while (_reader.TryRead(out var item))
        {
            if (item.Fault is { } fault)
            {
                context.Watch.Fault(FaultKind.Garbled, fault);
            }
            else if (gate.Take(item.Frame, from, teller.Now) is { } route)
            {
                await HandAsync(item.Frame, route, ct).ConfigureAwait(false);
            }
        }
    }

    public async Task TickAsync(CancellationToken ct)
    {
        await room.TickAsync(ct).ConfigureAwait(false);
        await aircraft.TickAsync(ct).ConfigureAwait(false);
    }

    /// <summary>The link is gone.</summary>
    public Task LeaveAsync(CancellationToken ct) => room.LeaveAsync(ct);

    private async Task HandAsync(MavFrame frame, MavlinkRoute route, CancellationToken ct)
    {
        if (AircraftDesk.Is(frame.MessageId))
        {
            await room.IdentityAsync(frame, ct).ConfigureAwait(false);
            await aircraft.TakeAsync(frame, ct).ConfigureAwait(false);
        }
        else if (await room.TakeAsync(frame, ct).ConfigureAwait(false) is { } vehicle && route.IsDecided)
        {
            Greet(vehicle);
        }
    }

    /// <summary>Once for each time that it comes online.</summary>
    private void Greet(Vehicle vehicle)
    {
        int contacts = vehicle.View.Contacts;
        if (_greeted.GetValueOrDefault(vehicle) != contacts)
        {
            _greeted[vehicle] = contacts;
            contact(vehicle);
        }
    }
}
