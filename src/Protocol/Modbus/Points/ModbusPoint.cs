namespace EdgeGateway.Protocol.Modbus.Points;

/// <summary>One value of a device: where it stands and what it means (xray.md section 3.2). Whoever makes one has checked that its parts fit together.</summary>
public sealed record ModbusPoint
{
    /// <summary>Unique in its unit.</summary>
    public required string Name { get; init; }

    public required ModbusArea Area { get; init; }

    /// <summary>0-based, as on the wire.</summary>
    public required ushort Address { get; init; }

    /// <summary>Default: <see cref="ModbusType.U16"/> of a word.</summary>
    public ModbusType Type { get; init; } = ModbusType.U16;

    /// <summary>0 to 15, 0 the least significant: which bit of a word; null for a value that is not one bit of a word.</summary>
    public int? Bit { get; init; }

    public ModbusOrder Order { get; init; } = ModbusOrder.Abcd;

    /// <summary>Registers of a string, 1 to 125; without meaning for other types.</summary>
    public int Length { get; init; } = 1;

    /// <summary>Value = raw × scale + offset; not 0.</summary>
    public decimal Scale { get; init; } = 1;

    public decimal Offset { get; init; }

    /// <summary>Such as <c>kV</c>; null when it has none.</summary>
    public string? Unit { get; init; }

    /// <summary>Raw values that mean no data.</summary>
    public IReadOnlyList<decimal> Invalid { get; init; } = [];

    /// <summary>Text for raw values; a raw value that is not in it stays a number.</summary>
    public IReadOnlyDictionary<decimal, string> Map { get; init; } = new Dictionary<decimal, string>();

    /// <summary>How often it is read.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A number has changed when it differs by more than this from the one that counted last.</summary>
    public double Deadband { get; init; }

    /// <summary>False when every reading of it is to be published, changed or not.</summary>
    public bool OnChange { get; init; } = true;

    /// <summary>Whether it may be written; coils and holding registers only.</summary>
    public bool Write { get; init; }

    /// <summary>Lowest value, after scaling, that may be written; null: whatever the type holds.</summary>
    public double? Min { get; init; }

    /// <summary>Highest value, after scaling, that may be written; null: whatever the type holds.</summary>
    public double? Max { get; init; }

    /// <summary>Whether it stands in a table of bits.</summary>
    public bool IsBit => Area is ModbusArea.Coil or ModbusArea.Discrete;

    /// <summary>Words, or bits in a table of bits, that it takes.</summary>
    public int Size => IsBit ? 1 : Type switch
    {
        ModbusType.String => Length,
        ModbusType.I32 or ModbusType.U32 or ModbusType.F32 => 2,
        ModbusType.I64 or ModbusType.U64 or ModbusType.F64 => 4,
        _ => 1,
    };

    /// <summary>First address behind it.</summary>
    public int End => Address + Size;
}
