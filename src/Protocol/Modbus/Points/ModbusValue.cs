namespace EdgeGateway.Protocol.Modbus.Points;

/// <summary>What a point says: exactly one of a number, a text, and true or false.</summary>
public sealed record ModbusValue
{
    private ModbusValue()
    {
    }

    /// <summary>After scaling; always finite.</summary>
    public double? Number { get; private init; }

    /// <summary>A string, or the word of the map for what was read.</summary>
    public string? Text { get; private init; }

    public bool? Flag { get; private init; }

    /// <summary>The number that was read, before map and scale, exact to the last digit; null for floats, strings and bits.</summary>
    public decimal? Raw { get; init; }

    /// <summary><see cref="Number"/> where it is whole and fits, exact to the last digit; otherwise null.</summary>
    public long? Whole { get; private init; }

    /// <summary>For <c>ScannerStateBody.Points</c>: a long, a double, a string or a bool.</summary>
    public object Plain => (object?)Text ?? (object?)Flag ?? (object?)Whole ?? Number!.Value;

    public static ModbusValue Of(bool flag) => new() { Flag = flag };

    public static ModbusValue Of(string text) => new() { Text = text };

    public static ModbusValue Of(double number) => new() { Number = number, Whole = WholeOf(number) };

    public static ModbusValue Of(decimal number) => new()
    {
        Number = (double)number,
        Whole = number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue ? (long)number : null,
    };

    /// <summary>Beyond 2^53 a double no longer tells one whole number from the next.</summary>
    private static long? WholeOf(double number) => number == Math.Truncate(number) && Math.Abs(number) <= 1L << 53 ? (long)number : null;
}
