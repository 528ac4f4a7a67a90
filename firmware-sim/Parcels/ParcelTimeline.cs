namespace EdgeGateway.Sim.Parcels;

/// <summary>What one device has to tell of a line's parcels, in the order in which it is due.</summary>
/// <param name="source">The parcels.</param>
/// <param name="parts">Which parts this device tells.</param>
/// <param name="count">Most parcels.</param>
/// <param name="end">No parcel begins from here on; what is due of earlier ones is still told.</param>
public sealed class ParcelTimeline(ParcelSource source, IReadOnlyCollection<ParcelPart> parts, long count, DateTimeOffset end)
{
    /// <summary>A picture leaves the scanner so long after its report.</summary>
    public static readonly TimeSpan ImageAfter = TimeSpan.FromMilliseconds(120);

    public IEnumerable<ParcelStatement> Statements()
    {
        var waiting = new PriorityQueue<ParcelStatement, (DateTimeOffset Due, long Index, ParcelPart Part, int Number)>();
        for (long index = 0; index < count; index++)
        {
            ParcelPlan parcel = source.At(index);
            if (parcel.At >= end)
            {
                break;
            }

            // Nothing of a later parcel is due before it begins.
            while (waiting.TryPeek(out ParcelStatement? next, out _) && next.Due < parcel.At)
            {
                yield return waiting.Dequeue();
            }

            foreach (ParcelStatement statement in Of(parcel).Where(statement => parts.Contains(statement.Part)))
            {
                waiting.Enqueue(statement, (statement.Due, index, statement.Part, statement.Number));
            }
        }

        while (waiting.TryDequeue(out ParcelStatement? left, out _))
        {
            yield return left;
        }
    }

    private static IEnumerable<ParcelStatement> Of(ParcelPlan parcel)
    {
        yield return new ParcelStatement(parcel, ParcelPart.Report, parcel.DecidedAt);
        yield return new ParcelStatement(parcel, ParcelPart.Image, parcel.DecidedAt + ImageAfter);
        yield return new ParcelStatement(parcel, ParcelPart.Controller, parcel.DecidedAt);
        if (parcel.OperatorAt is { } looked)
        {
            yield return new ParcelStatement(parcel, ParcelPart.Review, looked);
        }

        foreach ((int number, ParcelRead read) in parcel.Reads.Index())
        {
            yield return new ParcelStatement(parcel, ParcelPart.Barcode, read.At, number);
        }
    }
}
