namespace EdgeGateway.Protocol.Pdt;

/// <summary>Whose graded groups an NP carries.</summary>
public enum GroupGrade
{
    /// <summary>Groups 90 and 97.</summary>
    City,

    /// <summary>Groups 98.</summary>
    Province,

    /// <summary>Groups 99.</summary>
    Ministry,
}
