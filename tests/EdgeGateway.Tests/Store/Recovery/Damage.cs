namespace EdgeGateway.Tests.Store.Recovery;

/// <summary>One way in which a disk hurts one file of a store.</summary>
internal sealed record Damage(string File, string Mode, long Offset, int Length, byte Bits)
{
    public static Damage Some(string folder, int seed)
    {
        var random = new Random(seed);
        string[] files = [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(static f => !f.EndsWith("-shm", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        string[] main = [.. files.Where(static f => Path.GetFileName(f).StartsWith("store.", StringComparison.Ordinal))];
        string[] from = random.Next(5) == 0 ? files : main;
        string file = from[random.Next(from.Length)];
        long length = new FileInfo(file).Length;
        return new Damage(
            Path.GetRelativePath(folder, file),
            new[] { "truncate", "flip", "zero", "noise" }[random.Next(4)],
            length == 0 ? 0 : random.NextInt64(length),
            random.Next(4) switch { 0 => 1, 1 => random.Next(1, 64), 2 => 512, _ => random.Next(1, 5) * 4096 },
            (byte)(1 << random.Next(8)));
    }

    public void Do(string folder)
    {
        using var file = new FileStream(Path.Combine(folder, File), FileMode.Open, FileAccess.ReadWrite);
        if (Mode == "truncate")
        {
            file.SetLength(Offset);
            return;
        }

        int length = (int)Math.Min(Mode == "flip" ? 1 : Length, file.Length - Offset);
        var bytes = new byte[length];
        file.Position = Offset;
        file.ReadExactly(bytes);
        for (int i = 0; i < length; i++)
        {
            bytes[i] = Mode switch { "flip" => (byte)(bytes[i] ^ Bits), "zero" => 0, _ => (byte)((i * 151) + Bits) };
        }

        file.Position = Offset;
        file.Write(bytes);
    }
}
