using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Nmea;

namespace EdgeGateway.Drivers.PdtRadio.Nmea;

/// <summary>Reads a line sentence by sentence and puts fixes together. It never ends by itself.</summary>
/// <param name="line">Open; stays the caller's.</param>
/// <param name="watch">Told of life and faults.</param>
/// <param name="options">How long silence may last.</param>
/// <param name="time">Whose clock measures.</param>
internal sealed class NmeaLine(ISerialLine line, IDeviceWatch watch, NmeaOptions options, TimeProvider time)
{
    /// <summary>After a fix began and nothing more comes for so long, nothing more comes of it: a burst has no holes of that length.</summary>
    private static readonly TimeSpan s_hole = TimeSpan.FromMilliseconds(300);

    private readonly NmeaReader _reader = new();
    private readonly NmeaEpoch _epoch = new();
    private readonly byte[] _buffer = new byte[1024];
    private long _good = time.GetTimestamp();
    private bool _heardAnything;

    /// <returns>The next fix that is complete.</returns>
    /// <exception cref="DeviceFaultException"><c>Unreachable</c>: the line is gone. <c>Silent</c>: nothing comes. <c>Garbled</c>: only garbage comes.</exception>
    public async ValueTask<NmeaFix> NextAsync(CancellationToken ct)
    {
        while (true)
        {
            if (_epoch.Next() is { } fix)
            {
                return fix;
            }

            var patience = options.Silence - time.GetElapsedTime(_good);
            if (patience <= TimeSpan.Zero)
            {
                throw Silent();
            }

            int count = await ReadAsync(_epoch.IsOpen && s_hole < patience ? s_hole : patience, ct).ConfigureAwait(false);
            Take(_buffer.AsSpan(0, count));
            if (count == 0)
            {
                _epoch.Close();
            }
        }
    }

    /// <returns>0 when nothing came within the patience; nothing is lost by asking again.</returns>
    private async ValueTask<int> ReadAsync(TimeSpan patience, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            int count = await line.ReadAsync(_buffer, either.Token).ConfigureAwait(false);
            _heardAnything = true;
            return count;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return 0;
        }
        catch (IOException gone)
        {
            throw new DeviceFaultException(FaultKind.Unreachable, gone.Message, inner: gone);
        }
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        while (_reader.TryRead(ref bytes, out var item))
        {
            if (item.Sentence is { } sentence)
            {
                _good = time.GetTimestamp();
                _heardAnything = false;
                watch.Heard();
            }

            if ((item.Fault ?? _epoch.Add(item.Sentence!)) is { } fault)
            {
                watch.Fault(FaultKind.Garbled, fault);
            }
        }
    }

    private DeviceFaultException Silent() => _heardAnything
        ? new DeviceFaultException(FaultKind.Garbled, $"{line.Name} brings bytes and no sentence of NMEA 0183: is the rate right, does the receiver speak NMEA?")
        : new DeviceFaultException(FaultKind.Silent, $"{line.Name} is open and nothing comes: check the receiver's power and the cable.");
}
