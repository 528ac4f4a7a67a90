namespace EdgeGateway.Sim.Twins.XrayScanner.Modbus;

/// <summary>Answers requests for one unit, with the faults of the moment; the same on every wire.</summary>
/// <param name="pdu">Reads and writes.</param>
/// <param name="faults">What goes wrong.</param>
/// <param name="machine">What stands behind the registers.</param>
/// <param name="parcels">Told what went out.</param>
/// <param name="trouble">What the scenario does to the device.</param>
/// <param name="time">Clock.</param>
public sealed class BeltDesk(BeltPdu pdu, BeltFaults faults, BeltMachine machine, BeltParcels parcels, DeviceTrouble trouble, TimeProvider time)
{
    private int _requests;

    /// <summary>Requests that came.</summary>
    public int Requests => Volatile.Read(ref _requests);

    public byte[] Noise() => faults.Noise();

    /// <param name="request">Function and data, at least the function.</param>
    public BeltAnswer Take(ReadOnlyMemory<byte> request)
    {
        Interlocked.Increment(ref _requests);
        DateTimeOffset now = time.GetUtcNow();
        if (trouble.SilentUntil() > now)
        {
            return new(null, BeltFault.Silence);
        }

        BeltFault fault = trouble.TakeCut() ? BeltFault.Cut : trouble.TakeGarbage() ? BeltFault.Noise : faults.Next();
        byte function = request.Span[0];
        switch (fault)
        {
            case BeltFault.Silence:
                return new(null, fault);
            case BeltFault.IllegalAddress:
                return new(BeltPdu.Refuse(function, 2), fault);
            case BeltFault.DeviceFailure:
                return new(BeltPdu.Refuse(function, 4), fault);
            case BeltFault.Busy:
                return new(BeltPdu.Refuse(function, 6), fault);
            default:
                (byte[] answer, uint? count) = pdu.Answer(request, now);
                return new(answer, fault, count);
        }
    }

    /// <summary>An answer went out whole and right.</summary>
    public void Sent(BeltAnswer answer)
    {
        if (answer is { Count: { } count, Fault: BeltFault.None or BeltFault.Slow or BeltFault.Noise })
        {
            machine.At(time.GetUtcNow(), _ =>
            {
                parcels.Told(count);
                return true;
            });
        }
    }
}
