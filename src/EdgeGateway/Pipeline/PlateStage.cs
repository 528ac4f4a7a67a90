using EdgeGateway.Pipeline.Passages;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Plates;
using EdgeGateway.Protocol.Plates;

namespace EdgeGateway.Pipeline;

/// <summary>
/// What happens to plate readings between normaliser and store: the checkpoint of the site, the passage, the passing record.
/// It adds and never drops, and it never waits, so overlapping calls keep their order.
/// </summary>
/// <param name="book">Knows the passages.</param>
/// <param name="records">The list of plate colours of the site's platform when passing records are wanted; null when they are not.</param>
public sealed class PlateStage(PassageBook book, HpysList? records)
{
    private static readonly TimeSpan s_china = TimeSpan.FromHours(8);

    public Reading Apply(Reading reading, DeviceFacts facts)
    {
        if (reading.Body is not PlateReadBody body)
        {
            return reading;
        }

        var marked = book.Mark(reading with { Body = body with { CheckpointId = body.CheckpointId ?? facts.Checkpoint } });
        return records is { } list ? WithRecord(marked, facts.Zone ?? s_china, list) : marked;
    }

    private static Reading WithRecord(Reading reading, TimeSpan zone, HpysList list)
    {
        var body = (PlateReadBody)reading.Body;
        return reading with { Body = body with { PassingRecord = PassingRecords.Of(body, reading.Device, reading.Time, zone, list) } };
    }
}
