// What goes between the site and its scripts. Written from the records by WireTypesTests; change those.

export interface Setup {
  data: string;
  csv: string | null;
  csvName: string | null;
  samples: number;
  noise: number | null;
  layers: HiddenLayer[];
  against: string | null;
  init: string;
  rate: number;
  optimizer: string;
  batch: number;
  norm: string;
  dropout: boolean;
  clip: boolean;
  seed: number;
  speed: number;
  step: number;
}

export interface Command {
  do: string | null;
  speed: number;
  rate: number;
  activations: string[] | null;
}

export interface Begun {
  id: string;
  kind: string;
  reach: number;
  side: number;
  task: string;
  features: string[];
  classes: string[];
  score: string;
  isShare: boolean;
  picture: ImageSize | null;
  pictures: string[];
  train: PointsSent;
  test: PointsSent;
}

export interface Frame {
  step: number;
  running: boolean;
  note: string | null;
  lanes: LaneFrame[];
}

export interface Picture {
  sentence: string;
  chart: LineChart | null;
  map: PlaneMap | null;
  bars: Bar[];
  cards: Card[];
}

export interface CurveData {
  name: string;
  text: string;
  module: string | null;
  sliders: Slider[];
  x: PlotRange;
  y: PlotRange;
  threshold: number;
  saturated: PlotRange[];
  kinks: number[];
  jumps: number[];
  signal: SignalData | null;
}

export interface HiddenLayer {
  units: number;
  activation: string;
}

export interface ImageSize {
  height: number;
  width: number;
}

export interface PointsSent {
  count: number;
  x: number[];
  y: number[];
  target: number[];
}

export interface LaneFrame {
  step: number;
  epoch: number;
  curve: (number | null)[][];
  map: string;
  sure: string;
  layers: LayerFrame[];
  weights: WeightsFrame[];
  gradients: GradientFrame[];
  findings: FindingFrame[];
  broken: string | null;
}

export interface LineChart {
  xName: string;
  yName: string;
  x: number[];
  lines: Line[];
  log: boolean;
}

export interface PlaneMap {
  side: number;
  reach: number;
  chances: number[];
  points: number[][];
}

export interface Bar {
  name: string;
  share: number;
  text: string;
}

export interface Card {
  title: string;
  link: string;
  lines: string[];
}

export interface Slider {
  name: string;
  value: number;
  default: number;
  low: number;
  high: number;
  step: number;
}

export interface PlotRange {
  low: number;
  high: number;
  width: number;
}

export interface SignalData {
  variances: number[];
  gradients: number[];
}

export interface LayerFrame {
  name: string;
  activation: string;
  units: number;
  maps: string[];
  dead: number[];
  saturated: number | null;
  mean: number | null;
  deviation: number | null;
  low: number | null;
  high: number | null;
  counts: number[];
}

export interface WeightsFrame {
  most: number | null;
  rows: number;
  values: string;
}

export interface GradientFrame {
  name: string;
  size: number | null;
  update: number | null;
}

export interface FindingFrame {
  rule: string;
  severity: string;
  layer: string | null;
  text: string;
  why: string;
  withIt: string[];
  remedies: RemedyFrame[];
}

export interface Line {
  name: string;
  values: (number | null)[];
}

export interface RemedyFrame {
  text: string;
  setup: Setup;
}
