namespace EdgeGateway.EndToEnd.Store.PowerCut;

/// <summary>What a power cut leaves of that which was not synced.</summary>
internal abstract class Survival
{
    /// <summary>Nothing at all: the reading of the standard.</summary>
    public static Survival OfNothing { get; } = new None();

    /// <summary>Everything: what a killed process leaves, for the system lives on.</summary>
    public static Survival OfEverything { get; } = new All();

    /// <summary>Any pages of 4 KiB, in any order, and any state of each name.</summary>
    public static Survival OfPages(Random random) => new Pieces(random, 4096);

    /// <summary>Any writes whole, in any order, but for the last, which is torn at a sector of 512 bytes.</summary>
    public static Survival OfWrites(Random random) => new Pieces(random, int.MaxValue);

    /// <param name="history">What a name stood for: first the state that is sure, last the newest.</param>
    public abstract DiskNode? Choose(List<DiskNode?> history);

    public abstract void Apply(DiskContent content, DiskWrite write, bool last);

    private sealed class None : Survival
    {
        public override DiskNode? Choose(List<DiskNode?> history) => history[0];

        public override void Apply(DiskContent content, DiskWrite write, bool last)
        {
        }
    }

    private sealed class All : Survival
    {
        public override DiskNode? Choose(List<DiskNode?> history) => history[^1];

        public override void Apply(DiskContent content, DiskWrite write, bool last) => write.Apply(content);
    }

    private sealed class Pieces(Random random, int size) : Survival
    {
        private const int Sector = 512;

        public override DiskNode? Choose(List<DiskNode?> history) => history[random.Next(history.Count)];

        public override void Apply(DiskContent content, DiskWrite write, bool last)
        {
            if (write.Data is not { } data)
            {
                Perhaps(() => write.Apply(content));
                return;
            }

            for (int from = 0; from < data.Length;)
            {
                // Pages lie in the file, not in the write.
                int length = (int)Math.Min(data.Length - from, size - ((write.Offset + from) % size));
                ReadOnlyMemory<byte> piece = data.AsMemory(from, last ? Torn(length) : length);
                long offset = write.Offset + from;
                Perhaps(() => content.Write(offset, piece.Span));
                from += length;
            }
        }

        private int Torn(int length) => length <= Sector ? length : Sector * random.Next((length / Sector) + 1);

        private void Perhaps(Action survive)
        {
            if (random.Next(2) == 0)
            {
                survive();
            }
        }
    }
}
