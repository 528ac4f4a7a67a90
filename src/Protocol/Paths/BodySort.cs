namespace EdgeGateway.Protocol.Paths;

/// <summary>How a value was written in its message.</summary>
public enum BodySort
{
    /// <summary>Text, and everything in languages that know nothing else.</summary>
    Text,

    Number,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>It says that it says nothing.</summary>
    Nothing,

    /// <summary>An object or a list.</summary>
    Several,
}
