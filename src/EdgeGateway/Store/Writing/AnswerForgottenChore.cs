using EdgeGateway.Protocol.Model;
using EdgeGateway.Store.Sqlite;

namespace EdgeGateway.Store.Writing;

/// <summary>The platform asks for numbers that are gone: they are told as a gap, of no device, since none is known any more.</summary>
internal sealed class AnswerForgottenChore(string epoch, long first, long last) : Chore
{
    private const string Note = "asked for by the platform; not kept here any more";

    public override void Write(StoreTables tables, Totals totals)
    {
        if (tables.Epochs.FirstOrDefault(known => known.Epoch == epoch) is not { } span)
        {
            return;
        }

        bool parked = tables.Readings.AnyParked(span.Base + first, span.Base + last);
        var tally = new GapTally(parked ? GapCauses.Parked : GapCauses.Retention, Note);
        tally.Add(new(Dropped.Gateway, Lane.Event, epoch, first), last, last - first + 1);
        tables.Gaps.Merge(tally, totals);
    }
}
